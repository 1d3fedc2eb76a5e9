using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Backups;

/// <summary>What is stopped in any of its stages leaves no half file and no half database.</summary>
public sealed class InterruptedBackupTests
{
    [Theory]
    [InlineData(Provider.Sqlite, "copying")]
    [InlineData(Provider.Sqlite, "checking the copy")]
    [InlineData(Provider.Sqlite, "computing the chains of the record anew")]
    [InlineData(Provider.Sqlite, "packing")]
    [InlineData(Provider.Postgres, "computing the chains of the record anew")]
    [InlineData(Provider.Postgres, "copying")]
    public async Task A_stopped_backup_leaves_no_file(Provider provider, string stage)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            BackupDesk
                .Taking(new AtStage(stage, stop.Cancel))
                .Run(house.Connection, desk.File, stop.Token)
        );
        Assert.Empty(Directory.GetFiles(desk.Folder));
    }

    [Theory]
    [InlineData(Provider.Sqlite, "checking the backup")]
    [InlineData(Provider.Sqlite, "unpacking")]
    [InlineData(Provider.Sqlite, "checking the copy")]
    [InlineData(Provider.Sqlite, "computing the chains of the record anew")]
    [InlineData(Provider.Postgres, "checking the backup")]
    [InlineData(Provider.Postgres, "restoring")]
    public async Task A_stopped_restore_leaves_what_was_there(Provider provider, string stage)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        await house.Firm("شرکت", "08", Numbers.Legal(1));
        var before = await TableFingerprints.Of(house.Database);
        await house.LetGo();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            BackupDesk
                .Restoring(new AtStage(stage, stop.Cancel))
                .Run(path, house.Connection, replace: true, stop.Token)
        );
        Assert.Equal(before, await TableFingerprints.Of(house.Database));

        await using var empty = await BackupDesk.EmptyDatabase(provider);
        using var again = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            BackupDesk
                .Restoring(new AtStage(stage, again.Cancel))
                .Run(path, empty.ConnectionString, replace: false, again.Token)
        );
        Assert.Empty(await TableFingerprints.Of(empty));
        Assert.Equal([path], Directory.GetFiles(desk.Folder));
    }
}
