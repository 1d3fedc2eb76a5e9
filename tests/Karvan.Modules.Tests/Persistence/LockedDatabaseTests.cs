using System.Diagnostics;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>Somebody else writes and does not come to an end: whoever waits is told within the time that is set.</summary>
public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task Who_waits_for_another_process_is_told_in_time()
    {
        await using var house = await House.On(Provider.Sqlite);
        await using var other = new SqliteConnection(house.Connection);
        await other.OpenAsync();
        await using var writing = other.CreateCommand();
        writing.CommandText = "BEGIN IMMEDIATE";
        await writing.ExecuteNonQueryAsync();

        await using var db = Databases.Open(
            house.Connection + ";Default Timeout=1",
            WriteGate.Any()
        );
        db.SeeAs(Actor.System);
        var clock = Stopwatch.StartNew();
        var told = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
            await db.AuditChains.ExecuteUpdateAsync(set => set.SetProperty(c => c.Length, 0));
        });
        Assert.True(StorageFault.Is(told), $"{told}");
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5));
        // Reading goes on meanwhile.
        Assert.NotEqual(0, await db.AuditChains.CountAsync());
    }

    /// <summary>What is written into a file without a name is lost with its last reader.</summary>
    [Fact]
    public async Task A_file_that_was_moved_away_is_written_no_more_until_it_is_back()
    {
        await using var house = await House.On(Provider.Sqlite);
        var file = new SqliteConnectionStringBuilder(house.Connection).DataSource;
        var db = house.As(Actor.System);
        Assert.NotEqual(0, await db.AuditChains.CountAsync());
        File.Move(file, file + ".away");
        var told = await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            await using var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
        });
        Assert.True(StorageFault.Is(told), $"{told}");
        Assert.Contains("moved or deleted", told.Message, StringComparison.Ordinal);
        File.Move(file + ".away", file);
        await using var again = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
    }
}
