using Karvan.Customs.Uploads;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Testing.Kills;

/// <summary>Looks into the database past the application, and leaves no connection open behind it.</summary>
internal sealed class Inside : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Inside(string database)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddKarvanDatabase(IsSqlite(database) ? Unpooled(database) : database);
        collection.AddModules();
        services = collection.BuildServiceProvider();
    }

    public static bool IsSqlite(string database) => Databases.FileOf(database) is not null;

    public async Task<T> Ask<TOf, T>(Func<TOf, Task<T>> question)
        where TOf : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        return await question(scope.ServiceProvider.GetRequiredService<TOf>());
    }

    public Task<T> Ask<T>(Func<KarvanContext, Task<T>> question) => Ask<KarvanContext, T>(question);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>A connection that stays open would keep the file from being recovered as after a loss of power.</summary>
    private static string Unpooled(string database) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Databases.FileOf(database),
            Pooling = false,
        }.ToString();
}
