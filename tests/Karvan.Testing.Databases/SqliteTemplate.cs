using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Karvan.Testing.Databases;

/// <summary>A file, and copies of it, each in a folder of its own with what SQLite puts beside it.</summary>
internal sealed class SqliteTemplate(Func<string, Task> migrate) : ProviderTemplate(migrate)
{
    public override Provider Provider => Provider.Sqlite;

    public override string ConnectionString(string name) =>
        new SqliteConnectionStringBuilder { DataSource = FileOf(name) }.ToString();

    public override DbConnection Connection(string connectionString) =>
        new SqliteConnection(connectionString);

    public override Task DropAsync(string name)
    {
        Forget(name);
        Directory.Delete(Folder(name), recursive: true);
        return Task.CompletedTask;
    }

    protected override Task CreateAsync(string name)
    {
        Directory.CreateDirectory(Folder(name));
        return Task.CompletedTask;
    }

    protected override Task CopyAsync(string template, string name)
    {
        Directory.CreateDirectory(Folder(name));
        File.Copy(FileOf(template), FileOf(name));
        return Task.CompletedTask;
    }

    // What is still in the write-ahead log has to be in the file, since only the file is copied.
    protected override async Task CloseAsync(string template)
    {
        Forget(template);
        await using var connection = new SqliteConnection(
            ConnectionString(template) + ";Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (await command.ExecuteScalarAsync() is not 0L)
        {
            throw new InvalidOperationException("The migration left its SQLite database busy.");
        }
    }

    private void Forget(string name)
    {
        using var connection = new SqliteConnection(ConnectionString(name));
        SqliteConnection.ClearPool(connection);
    }

    private static string Folder(string name) => Path.Combine(ProcessFolder.Path, name);

    private static string FileOf(string name) => Path.Combine(Folder(name), "karvan.db");
}
