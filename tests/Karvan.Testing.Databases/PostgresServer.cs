using System.Security.Cryptography;
using Npgsql;

namespace Karvan.Testing.Databases;

/// <summary>The server ./test has started, which processes share: their databases differ by a mark of the process.</summary>
internal static class PostgresServer
{
    private const string Variable = "KARVAN_TEST_POSTGRES";
    private static readonly string Mark =
        $"karvan_{RandomNumberGenerator.GetHexString(8, lowercase: true)}_";
    private static readonly Lazy<NpgsqlDataSource> Administration = new(Connect);

    public static string NameOf(string name) => Mark + name;

    public static string ConnectionString(string name) =>
        new NpgsqlConnectionStringBuilder(Given())
        {
            Database = NameOf(name),
            IncludeErrorDetail = true,
        }.ToString();

    public static async Task RunAsync(string sql)
    {
        await using var command = Administration.Value.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<Version> VersionAsync()
    {
        await using var connection = await Administration.Value.OpenConnectionAsync();
        return connection.PostgreSqlVersion;
    }

    /// <summary>
    /// Ends connections, those under other settings or of a test's own pool too, and waits until they are gone: copying
    /// and dropping would do so as well, but look only ten times a second.
    /// </summary>
    public static Task DisconnectAsync(string name) =>
        RunAsync(
            $"""
            DO $$ BEGIN
              LOOP
                PERFORM pg_stat_clear_snapshot();
                PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(
                name
            )}';
                EXIT WHEN NOT FOUND;
                PERFORM pg_sleep(0.001);
              END LOOP;
            END $$
            """
        );

    private static string Given() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"{Variable} is not set, so that there is no PostgreSQL to test on. Run ./test, "
                    + $"or once: export {Variable}=$(tests/postgres start)"
            );

    private static NpgsqlDataSource Connect()
    {
        var source = NpgsqlDataSource.Create(Given());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll(source);
        return source;
    }

    /// <summary>Templates, and what tests forgot: a server started by hand lives on.</summary>
    private static void DropAll(NpgsqlDataSource source)
    {
        try
        {
            using var connection = source.OpenConnection();
            using var search = new NpgsqlCommand(
                $"SELECT datname FROM pg_database WHERE starts_with(datname, '{Mark}')",
                connection
            );
            List<string> names = [];
            using (var reader = search.ExecuteReader())
            {
                while (reader.Read())
                {
                    names.Add(reader.GetString(0));
                }
            }
            foreach (var name in names)
            {
                using var drop = new NpgsqlCommand(
                    $"""DROP DATABASE "{name}" WITH (FORCE)""",
                    connection
                );
                drop.ExecuteNonQuery();
            }
        }
        catch (NpgsqlException)
        {
            // The server went first, and the databases with it.
        }
    }
}
