using System.Text;
using Karvan.Platform.Backups;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Backups;

/// <summary>Backups that cannot be taken or restored: each says why, and writes nothing.</summary>
public sealed class RefusedBackupTests
{
    [OnBothDatabases("cut", "bytes, expected")]
    [OnBothDatabases("longer", "bytes, expected")]
    [OnBothDatabases("content", "found content with SHA-256")]
    [OnBothDatabases("manifest", "its manifest was changed")]
    [OnBothDatabases("head", "it ends within its manifest")]
    [OnBothDatabases("empty", "found no backup of Karvan")]
    [OnBothDatabases("foreign", "found no backup of Karvan")]
    [OnBothDatabases("format", "of format '2', expected 1")]
    [Theory]
    public async Task A_file_that_is_not_as_it_was_written(
        Provider provider,
        string fault,
        string message
    )
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        Damage(path, fault);
        await using var target = await BackupDesk.EmptyDatabase(provider);
        await Refused(path, target, message);
        Assert.Empty(await TableFingerprints.Of(target));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_backup_of_the_other_database(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        var other = provider is Provider.Sqlite ? Provider.Postgres : Provider.Sqlite;
        await using var target = await BackupDesk.EmptyDatabase(other);
        await Refused(path, target, "as the database to restore into; name a database of ");
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_backup_of_a_newer_schema(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var (path, manifest) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        var newer = Path.Combine(desk.Folder, "newer.backup");
        await using (
            var file = new BackupWriter(newer, manifest with { Migration = "99991231_Later" })
        )
        {
            await file.Finish(TestContext.Current.CancellationToken);
        }
        await using var target = await BackupDesk.EmptyDatabase(provider);
        await Refused(newer, target, "found the schema 99991231_Later of Karvan");
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_database_of_a_newer_schema_is_not_backed_up(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        await Do(
            house.Connection,
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231_Later', '10.0.0')"
        );
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Taking().Run(house.Connection, desk.File)
        );
        Assert.Contains(
            "found the schema 99991231_Later",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(desk.Folder));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_database_that_holds_something(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        await house.Firm("شرکت", "08", Numbers.Legal(1));
        var before = await TableFingerprints.Of(house.Database);
        await Refused(path, house.Database, "--replace");
        Assert.Equal(before, await TableFingerprints.Of(house.Database));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_database_of_somebody_else_is_never_replaced(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        await using var target = await BackupDesk.EmptyDatabase(provider);
        await Do(target.ConnectionString, "CREATE TABLE \"Books\" (\"Id\" integer)");
        await Refused(path, target, "tables that are not Karvan's", replace: true);
        Assert.Single(await TableFingerprints.Of(target));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_database_without_tables_is_not_backed_up(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var empty = await BackupDesk.EmptyDatabase(provider);
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Taking().Run(empty.ConnectionString, desk.File)
        );
        Assert.Contains("found no tables of Karvan", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(desk.Folder));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_backup_is_never_written_over(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        await File.WriteAllTextAsync(desk.File, "older", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Taking().Run(house.Connection, desk.File)
        );
        Assert.Contains("expected a new name", refused.Message, StringComparison.Ordinal);
        Assert.Equal("older", File.ReadAllText(desk.File));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_folder_that_is_not_there(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Taking().Run(house.Connection, Path.Combine(desk.Folder, "no", "one.backup"))
        );
        Assert.Contains("found no such folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_sqlite_in_use_is_not_replaced()
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(Provider.Sqlite);
        await house.Firm("شرکت", "08", Numbers.Legal(1));
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        // As an application has it that waits for its next request.
        await using var open = await house.Database.OpenAsync();
        await Refused(path, house.Database, "found it in use", replace: true);
    }

    [Fact]
    public async Task A_log_of_a_database_that_is_gone()
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(Provider.Sqlite);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        var place = Path.Combine(desk.Folder, "karvan.db");
        await File.WriteAllTextAsync(place + "-wal", "log", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Restoring().Run(path, place, replace: true)
        );
        Assert.Contains(
            "belongs to a database that is gone",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(place));
    }

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        using var desk = new BackupDesk();
        var place = Path.Combine(desk.Folder, "karvan.db");
        await File.WriteAllTextAsync(
            place,
            new string('x', 9000),
            TestContext.Current.CancellationToken
        );
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Taking().Run(place, desk.File)
        );
        Assert.Contains("SQLite does not open", refused.Message, StringComparison.Ordinal);
        Assert.Equal([place], Directory.GetFiles(desk.Folder));
    }

    internal static async Task Do(string connection, string sql)
    {
        await using var db = Databases.Open(connection, WriteGate.Any());
        await db.Database.ExecuteSqlRawAsync(sql);
        if (db.Database.GetDbConnection() is SqliteConnection file)
        {
            SqliteConnection.ClearPool(file);
        }
    }

    private static async Task Refused(
        string path,
        TestDatabase target,
        string message,
        bool replace = false
    )
    {
        var refused = await Assert.ThrowsAsync<UnusableBackupException>(() =>
            BackupDesk.Restoring().Run(path, target.ConnectionString, replace)
        );
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static void Damage(string path, string fault)
    {
        var bytes = File.ReadAllBytes(path);
        switch (fault)
        {
            case "cut":
                bytes = bytes[..^1];
                break;
            case "longer":
                bytes = [.. bytes, 0];
                break;
            case "content":
                bytes[^(bytes.Length / 10)] ^= 1;
                break;
            case "manifest":
                // One digit of a number of events.
                bytes[bytes.AsSpan().IndexOf("\"events\": "u8) + 10] ^= 1;
                break;
            case "head":
                bytes = bytes[..200];
                break;
            case "empty":
                bytes = [];
                break;
            case "foreign":
                bytes = Encoding.UTF8.GetBytes("SQLite format 3\0" + new string('x', 5000));
                break;
            default:
                bytes["karvan-backup ".Length] = (byte)'2';
                break;
        }
        File.WriteAllBytes(path, bytes);
    }
}
