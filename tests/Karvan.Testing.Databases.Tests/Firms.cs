using System.Data.Common;
using System.Globalization;

namespace Karvan.Testing.Databases.Tests;

/// <summary>A tiny database: one table with one firm.</summary>
internal static class Firms
{
    public static DatabaseTemplate Template { get; } = new(MigrateAsync);

    public static async Task MigrateAsync(string connectionString, Provider provider)
    {
        await using var connection = Connections.Of(connectionString, provider);
        await connection.OpenAsync();
        await RunAsync(connection, "CREATE TABLE firm (name text NOT NULL PRIMARY KEY)");
        await AddAsync(connection, "پیشگام");
    }

    public static Task AddAsync(DbConnection connection, string name) =>
        RunAsync(connection, "INSERT INTO firm (name) VALUES (@name)", name);

    public static async Task<IReadOnlyList<string>> NamesAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM firm ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }

    public static async Task<long> CountAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM firm";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(DbConnection connection, string sql, string? name = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (name is not null)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "name";
            parameter.Value = name;
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }
}
