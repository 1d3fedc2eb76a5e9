using System.Data.Common;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Karvan.Testing.Databases.Tests;

public sealed class TestDatabaseTests
{
    [Theory]
    [OnBothDatabases]
    public async Task A_database_begins_with_what_the_migration_made(Provider provider)
    {
        await using var database = await Firms.Template.CopyAsync(provider);
        await using var connection = await database.OpenAsync();
        Assert.Equal(provider, database.Provider);
        Assert.Equal(["پیشگام"], await Firms.NamesAsync(connection));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Two_databases_do_not_see_each_other(Provider provider)
    {
        await using var one = await Firms.Template.CopyAsync(provider);
        await using var other = await Firms.Template.CopyAsync(provider);
        await using var inOne = await one.OpenAsync();
        await using var inOther = await other.OpenAsync();
        await Firms.AddAsync(inOne, "a");
        await Firms.AddAsync(inOther, "b");
        Assert.Equal(["a", "پیشگام"], await Firms.NamesAsync(inOne));
        Assert.Equal(["b", "پیشگام"], await Firms.NamesAsync(inOther));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Many_databases_at_once_are_made_from_one_migration(Provider provider)
    {
        var migrations = 0;
        var template = new DatabaseTemplate(
            async (connectionString, p) =>
            {
                Interlocked.Increment(ref migrations);
                await Firms.MigrateAsync(connectionString, p);
            }
        );
        var counts = await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(async rows =>
                {
                    await using var database = await template.CopyAsync(provider);
                    await using var connection = await database.OpenAsync();
                    for (var row = 0; row < rows; row++)
                    {
                        await Firms.AddAsync(connection, $"{row}");
                    }
                    return await Firms.CountAsync(connection) - 1;
                })
        );
        Assert.Equal(Enumerable.Range(1, 20).Select(rows => (long)rows), counts);
        Assert.Equal(1, migrations);
    }

    [Theory]
    [OnBothDatabases]
    public async Task Nothing_is_left_of_a_database_even_if_a_connection_is(Provider provider)
    {
        var database = await Firms.Template.CopyAsync(provider);
        await using var forgotten = await database.OpenAsync();
        await Firms.AddAsync(forgotten, "a");
        await database.DisposeAsync();
        if (provider == Provider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
            Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
        }
        else
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(database.OpenAsync);
            Assert.Equal("3D000", refused.SqlState);
        }
    }

    [Theory]
    [OnBothDatabases]
    public async Task A_connection_the_migration_forgot_is_in_nobodys_way(Provider provider)
    {
        DbConnection? forgotten = null;
        var template = new DatabaseTemplate(
            async (connectionString, p) =>
            {
                await Firms.MigrateAsync(connectionString, p);
                forgotten = Connections.Of(connectionString + ";Pooling=False", p);
                await forgotten.OpenAsync();
                if (p == Provider.Sqlite)
                {
                    await using var command = forgotten.CreateCommand();
                    command.CommandText = "PRAGMA journal_mode = wal";
                    Assert.Equal("wal", await command.ExecuteScalarAsync());
                }
                await Firms.AddAsync(forgotten, "a");
            }
        );
        await using var database = await template.CopyAsync(provider);
        await using var connection = await database.OpenAsync();
        Assert.Equal(["a", "پیشگام"], await Firms.NamesAsync(connection));
        await forgotten!.DisposeAsync();
    }

    [Theory]
    [OnBothDatabases]
    public async Task A_migration_that_fails_fails_once_and_every_test_tells_why(Provider provider)
    {
        var migrations = 0;
        var template = new DatabaseTemplate(
            (_, _) => throw new NotSupportedException($"no {++migrations}")
        );
        for (var test = 0; test < 2; test++)
        {
            var told = await Assert.ThrowsAsync<NotSupportedException>(() =>
                template.CopyAsync(provider)
            );
            Assert.Equal("no 1", told.Message);
        }
    }
}
