using Karvan.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Karvan.Core.Jobs;

public static class JobUseCases
{
    /// <summary>What takes, runs and keeps jobs; kinds of work are added by those who know them, as <see cref="IJobWork"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddScoped<CurrentActor>();
        services.AddSingleton<RunJobs>();
        services.AddScoped<TakeJob>();
        services.AddScoped<CancelJob>();
        services.AddScoped<RetryJob>();
        services.AddScoped<JobSearch>();
        return services;
    }
}
