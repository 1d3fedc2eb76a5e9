using System.Diagnostics;
using Karvan.Bench.Harness;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Bench.Imports;

/// <summary>
/// Somebody who saves a firm's form ten times a second while the import goes on. A wait counts from the moment a save was
/// due, so that those behind a long one show it too.
/// </summary>
internal sealed class SmallSaves(Office office)
{
    private const int WarmUps = 20;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly List<double> waits = [];
    private Guid firm;
    private int employees;

    /// <summary>Seconds, one a save.</summary>
    public double[] Waits => [.. waits];

    /// <summary>Saves until the code is compiled, as it is in an application that has run for a while.</summary>
    public async Task WarmUp()
    {
        firm = await office.Ask(db =>
            db.Enterprises.AsNoTracking().OrderBy(e => e.Id).Select(e => e.Id).FirstAsync()
        );
        for (var n = 0; n < WarmUps; n++)
        {
            await Save(firm);
        }
    }

    public async Task Run(CancellationToken over)
    {
        var clock = Stopwatch.StartNew();
        for (var due = TimeSpan.Zero; !over.IsCancellationRequested; due += Every)
        {
            if (due - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early, over)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            await Save(firm);
            waits.Add((clock.Elapsed - due).TotalSeconds);
        }
    }

    private async Task Save(Guid id)
    {
        var found = await office.Ask(db =>
            db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == id)
        );
        var profile = new EnterpriseProfile(
            found.NameFa,
            found.Province,
            Employees: 1 + ++employees % 500
        );
        var saved = await office.Ask<EditEnterprise, Outcome<Enterprise, EnterpriseRefusal>>(e =>
            e.Run(id, found.Version, profile)
        );
        if (!saved.Done)
        {
            throw new BenchException($"A save was refused: {saved.Refused}.");
        }
    }
}
