using System.Reflection;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Modules;

/// <summary>Finds the use cases of a module, so that a new one stands in no list.</summary>
public static class UseCaseRegistration
{
    /// <summary>
    /// Every public class of the module that changes the record or asks the database, for the length of a request. A class that
    /// stands for an interface is found by that interface, or registered by hand.
    /// </summary>
    public static void AddUseCasesOf(this IServiceCollection services, Assembly module)
    {
        foreach (var type in module.GetExportedTypes().Where(IsUseCase))
        {
            services.AddScoped(type);
        }
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsSealed: true, IsAbstract: false }
        && type.GetConstructors() is [var made]
        && made.GetParameters()
            .Any(p =>
                p.ParameterType == typeof(Changes) || p.ParameterType == typeof(KarvanContext)
            )
        && type.GetInterfaces().Length == 0;
}
