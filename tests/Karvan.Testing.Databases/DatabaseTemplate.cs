namespace Karvan.Testing.Databases;

/// <summary>
/// Gives each test a copy of a database that was made once per process: copying is far faster than migrating.
/// Keep one in a static field.
/// </summary>
/// <param name="migrate">Makes tables in the empty database of a connection string.</param>
public sealed class DatabaseTemplate(Func<string, Provider, Task> migrate)
{
    private readonly SqliteTemplate sqlite = new(c => migrate(c, Provider.Sqlite));
    private readonly PostgresTemplate postgres = new(c => migrate(c, Provider.Postgres));

    public Task<TestDatabase> CopyAsync(Provider provider) =>
        provider switch
        {
            Provider.Sqlite => sqlite.CopyAsync(),
            Provider.Postgres => postgres.CopyAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
        };
}
