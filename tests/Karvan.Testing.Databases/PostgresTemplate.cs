using System.Data.Common;
using Npgsql;

namespace Karvan.Testing.Databases;

/// <summary>A database nobody can connect to, and databases the server copies from it.</summary>
internal sealed class PostgresTemplate(Func<string, Task> migrate) : ProviderTemplate(migrate)
{
    public override Provider Provider => Provider.Postgres;

    public override string ConnectionString(string name) => PostgresServer.ConnectionString(name);

    public override DbConnection Connection(string connectionString) =>
        new NpgsqlConnection(connectionString);

    public override async Task DropAsync(string name)
    {
        Forget(name);
        await PostgresServer.DisconnectAsync(name);
        await PostgresServer.RunAsync(
            $"""DROP DATABASE "{PostgresServer.NameOf(name)}" WITH (FORCE)"""
        );
    }

    protected override Task CreateAsync(string name) =>
        PostgresServer.RunAsync($"""CREATE DATABASE "{PostgresServer.NameOf(name)}" """);

    protected override async Task CopyAsync(string template, string name)
    {
        // Copying files is three times faster than copying pages through the log, and before 15 it was the only way.
        var strategy =
            await PostgresServer.VersionAsync() >= new Version(15, 0) ? "STRATEGY file_copy" : "";
        await PostgresServer.RunAsync(
            $"""CREATE DATABASE "{PostgresServer.NameOf(name)}" TEMPLATE "{PostgresServer.NameOf(template)}" {strategy}"""
        );
    }

    protected override async Task CloseAsync(string template)
    {
        Forget(template);
        await PostgresServer.RunAsync(
            $"""ALTER DATABASE "{PostgresServer.NameOf(template)}" ALLOW_CONNECTIONS false"""
        );
        await PostgresServer.DisconnectAsync(template);
    }

    private void Forget(string name)
    {
        using var connection = new NpgsqlConnection(ConnectionString(name));
        NpgsqlConnection.ClearPool(connection);
    }
}
