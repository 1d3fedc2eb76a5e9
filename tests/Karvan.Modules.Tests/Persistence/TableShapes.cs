using Karvan.Testing.Databases;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>
/// The columns, indexes and references of a database as it tells of them itself, a line each. Not in which order the columns
/// stand, and not the value that filled a column which was added later.
/// </summary>
internal static class TableShapes
{
    private static readonly string[] Sqlite =
    [
        """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || c.hidden
            FROM sqlite_schema t, pragma_table_xinfo(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '__EF%'
            """,
        """
            SELECT t.name || '.' || r."from" || ' to ' || r."table" || '.' || r."to" || ' ' || r.on_delete
            FROM sqlite_schema t, pragma_foreign_key_list(t.name) r WHERE t.type = 'table'
            """,
        "SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL",
    ];

    private static readonly string[] Postgres =
    [
        """
            SELECT concat_ws(' ', table_name, column_name, data_type, udt_name, is_nullable, collation_name, character_maximum_length, is_generated, is_identity)
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
            """,
        """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u', 'c') AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
            """,
        """SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'""",
    ];

    public static async Task<IReadOnlyCollection<string>> Of(TestDatabase database)
    {
        await using var connection = await database.OpenAsync();
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var question in database.Provider is Provider.Sqlite ? Sqlite : Postgres)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = question;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(0));
            }
        }
        return lines;
    }
}
