using Karvan.Customs.Uploads;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Bench.Imports;

/// <summary>The use cases of the application on a database, without its pages: each asked for in a scope of its own.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Office(string database)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddKarvanDatabase(database);
        collection.AddModules();
        collection.AddScoped<EditEnterprise>();
        services = collection.BuildServiceProvider();
    }

    public RunJobs Jobs => services.GetRequiredService<RunJobs>();

    public async Task<T> Ask<TOf, T>(Func<TOf, Task<T>> question)
        where TOf : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        return await question(scope.ServiceProvider.GetRequiredService<TOf>());
    }

    public Task<T> Ask<T>(Func<KarvanContext, Task<T>> question) => Ask<KarvanContext, T>(question);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
