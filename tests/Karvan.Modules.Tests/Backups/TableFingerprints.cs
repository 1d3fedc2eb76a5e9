using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Karvan.Testing.Databases;

namespace Karvan.Modules.Tests.Backups;

/// <summary>
/// Every table the database itself knows of, each with the number of its rows and a hash over all of them: every column as
/// text with its type, rows in the order of that text. Knows nothing of how a backup is made.
/// </summary>
internal static class TableFingerprints
{
    public static async Task<IReadOnlyList<string>> Of(TestDatabase database)
    {
        await using var connection = await database.OpenAsync();
        var names = await Column(
            connection,
            database.Provider is Provider.Sqlite
                ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'"
                : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        );
        var prints = new List<string>();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            prints.Add(await Print(connection, name));
        }
        return prints;
    }

    private static async Task<string> Print(DbConnection connection, string table)
    {
        var rows = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var value = reader.GetValue(i);
                var text = value switch
                {
                    DBNull => "",
                    byte[] bytes => Convert.ToHexString(bytes),
                    DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture),
                };
                row.Append(
                    CultureInfo.InvariantCulture,
                    $"{reader.GetName(i)}:{value.GetType().Name}:{text!.Length}:{text};"
                );
            }
            rows.Add(row.ToString());
        }
        rows.Sort(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        return $"{table}: {rows.Count} rows, {Convert.ToHexStringLower(hash)}";
    }

    private static async Task<List<string>> Column(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }
        return values;
    }
}
