using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Jobs;

internal static class JobRegistration
{
    /// <summary>Every kind of job that an assembly does.</summary>
    public static void AddJobsOf(this IServiceCollection services, Assembly assembly)
    {
        foreach (
            var type in assembly
                .GetTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false })
                .Where(t => t.IsAssignableTo(typeof(IJobWork)))
                .OrderBy(t => t.FullName, StringComparer.Ordinal)
        )
        {
            services.AddScoped(typeof(IJobWork), type);
        }
    }
}
