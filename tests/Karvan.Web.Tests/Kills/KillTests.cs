using Karvan.Testing.Databases;
using Karvan.Testing.Kills;
using Xunit;

namespace Karvan.Web.Tests.Kills;

/// <summary>
/// The application is killed at random moments of saving, sending, reading and committing, alone and beside a second
/// process on the same database: it opens again, keeps what it acknowledged, shows no import by half, and its jobs go on.
/// <c>bench/run kills</c> does so two hundred times.
/// </summary>
public sealed class KillTests
{
    /// <summary>Each run draws another schedule.</summary>
    private const int Kills = 3;
    private const int Together = 1;

    private static readonly DatabaseTemplate Template = new(
        (connection, _) => KillRun.Fill(connection)
    );

    [Theory, OnBothDatabases]
    public async Task Killed_at_any_moment_it_loses_nothing_it_acknowledged(Provider provider)
    {
        await using var database = await Template.CopyAsync(provider);
        var seed = Random.Shared.Next(1_000_000);
        var report = await KillRun.Of(
            new KillPlan(database.ConnectionString, seed, Kills, Together)
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{report}");
        Assert.True(
            report.Faults.Count == 0,
            $"seed {seed} on {provider}: {string.Join('\n', report.Faults)}"
        );
        Assert.Equal(Kills, report.Kills);
        // What was never done was never endangered.
        Assert.True(report is { Saves: > 0, Commits: > 0, Unanswered: > 0 }, $"{report}");
    }
}
