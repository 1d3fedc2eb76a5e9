using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Backups;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Backups;

/// <summary>Backups of both databases, taken and restored.</summary>
public sealed class BackupTests
{
    [OnBothDatabases]
    [Theory]
    public async Task Every_row_of_every_table_comes_back(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        await house.Expert("08");
        for (var i = 0; i < 5; i++)
        {
            await house.Firm($"شرکت {i}", "08", Numbers.Legal(i));
        }
        var before = await TableFingerprints.Of(house.Database);
        Assert.Contains(before, t => t.StartsWith("Enterprises: 5 rows", StringComparison.Ordinal));

        var (path, manifest) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        await using var target = await BackupDesk.EmptyDatabase(provider);
        var (read, verdict) = await BackupDesk
            .Restoring()
            .Run(path, target.ConnectionString, replace: false);

        Assert.Equal(before, await TableFingerprints.Of(target));
        Assert.Empty(verdict.Broken);
        Assert.Equal((16, manifest.Sha256), (manifest.Events, read.Sha256));
        // Nothing of it was changed by looking.
        Assert.Equal(before, await TableFingerprints.Of(house.Database));
        Assert.Equal([path], Directory.GetFiles(desk.Folder));
    }

    /// <summary>Writers go on while pages are copied; what they write then is not in the backup, and what was there before is.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_backup_is_of_one_moment_and_holds_nobody_up(Provider provider)
    {
        const int Before = 3;
        const int During = 5;
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        for (var i = 0; i < Before; i++)
        {
            await house.Firm($"پیش {i}", "08", Numbers.Legal(i));
        }
        using var copying = new ManualResetEventSlim();
        using var written = new ManualResetEventSlim();
        var writer = Task.Run(async () =>
        {
            copying.Wait();
            for (var i = 0; i < During; i++)
            {
                await house.Firm($"پس {i}", "08", Numbers.Legal(Before + i));
            }
            written.Set();
        });
        // The copy does not go on before the writer is through: a writer that had to wait for it would never be.
        var watch = new AtStage(
            "copying",
            () =>
            {
                copying.Set();
                Assert.True(written.Wait(TimeSpan.FromSeconds(60)), "The writer was held up.");
            }
        );
        var (path, _) = await BackupDesk.Taking(watch).Run(house.Connection, desk.File);
        await writer;

        await using var target = await BackupDesk.EmptyDatabase(provider);
        var (manifest, verdict) = await BackupDesk
            .Restoring()
            .Run(path, target.ConnectionString, replace: false);
        Assert.Empty(verdict.Broken);
        await using var restored = Databases.Open(target.ConnectionString, WriteGate.Any());
        restored.SeeAs(Actor.System);
        Assert.Equal(Before, await restored.Enterprises.CountAsync());
        var source = house.As(Actor.System);
        Assert.Equal(Before + During, await source.Enterprises.CountAsync());
        // The heads of the backup are links of the chains that went on.
        Assert.Empty((await new AuditVerification(source).Run(manifest.Heads)).Broken);
    }

    /// <summary>Several writers without a pause: whatever moment the backup caught, its record holds and is whole.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_backup_among_many_writers_holds(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        using var enough = new CancellationTokenSource();
        var next = 0;
        var writers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (!enough.IsCancellationRequested)
                    {
                        var i = Interlocked.Increment(ref next);
                        await house.Firm($"شرکت {i}", "08", Numbers.Legal(i));
                    }
                })
            )
            .ToList();
        var committed = await Committed(house);
        for (var i = 0; i < 3; i++)
        {
            var path = Path.Combine(desk.Folder, $"{i}.backup");
            var (_, manifest) = await BackupDesk.Taking().Run(house.Connection, path);
            await using var target = await BackupDesk.EmptyDatabase(provider);
            var (_, verdict) = await BackupDesk
                .Restoring()
                .Run(path, target.ConnectionString, replace: false);
            Assert.Empty(verdict.Broken);
            Assert.Equal(manifest.Events, verdict.Events);
            Assert.True(manifest.Events >= committed, "A committed change is missing.");
            committed = await Committed(house);
        }
        await enough.CancelAsync();
        await Task.WhenAll(writers);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_restored_database_is_up_to_date_and_goes_on(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        await house.Firm("شرکت", "08", Numbers.Legal(1));
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        var target = await BackupDesk.EmptyDatabase(provider);
        await BackupDesk.Restoring().Run(path, target.ConnectionString, replace: false);
        var restored = await TableFingerprints.Of(target);
        await using var second = House.Over(target);
        await Databases.Migrate(second.As(Actor.System));
        Assert.Equal(restored, await TableFingerprints.Of(target));

        await second.Firm("شرکت دیگر", "08", Numbers.Legal(2));
        var verdict = await new AuditVerification(second.As(Actor.System)).Run();
        Assert.Empty(verdict.Broken);
        Assert.Equal(6, verdict.Events);
    }

    /// <summary>Somebody who damages the record must not be able to stop backups; and it stays told.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_record_that_does_not_hold_is_kept_and_told(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        await house.Firm("شرکت", "08", Numbers.Legal(1));
        await house
            .As(Actor.System)
            .Database.ExecuteSqlRawAsync(
                "UPDATE \"AuditEvents\" SET \"AuthorName\" = 'nobody' WHERE \"Number\" = 1"
            );
        var (path, manifest) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        Assert.NotEmpty(manifest.Broken);
        await using var target = await BackupDesk.EmptyDatabase(provider);
        var (_, verdict) = await BackupDesk
            .Restoring()
            .Run(path, target.ConnectionString, replace: false);
        Assert.Equal(manifest.Broken, verdict.Broken);
        Assert.Empty(RestoreBackup.NewlyBroken(manifest, verdict));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Replacing_leaves_nothing_of_the_old(Provider provider)
    {
        using var desk = new BackupDesk();
        await using var house = await House.On(provider);
        await house.Firm("شرکت", "08", Numbers.Legal(1));
        var before = await TableFingerprints.Of(house.Database);
        var (path, _) = await BackupDesk.Taking().Run(house.Connection, desk.File);
        await house.Firm("بعدی", "08", Numbers.Legal(2));
        // A table of a newer Karvan must not stay either: its migration would find it.
        await house
            .As(Actor.System)
            .Database.ExecuteSqlRawAsync("CREATE TABLE \"Newer\" (\"Id\" integer)");
        await house.LetGo();
        await BackupDesk.Restoring().Run(path, house.Connection, replace: true);
        Assert.Equal(before, await TableFingerprints.Of(house.Database));
    }

    private static async Task<long> Committed(House house)
    {
        await using var db = Databases.Open(house.Connection, WriteGate.Any());
        return await db.AuditEvents.LongCountAsync();
    }
}
