using System.Collections.Concurrent;
using System.Diagnostics;
using Karvan.Bench.Harness;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Bench.Imports;

/// <summary>
/// People who save firms' forms while the import goes on: ten saves a second, each by somebody else, so that nobody's
/// begins later because another's has not ended. A wait counts from the moment a save was due.
/// </summary>
internal sealed class SmallSaves(Office office)
{
    private const int Firms = 100;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentBag<double> waits = [];

    /// <summary>Firms whose form nobody is saving.</summary>
    private readonly ConcurrentQueue<Guid> free = new();
    private int employees;

    /// <summary>Seconds, one a save.</summary>
    public double[] Waits => [.. waits];

    /// <summary>Saves until the code is compiled, as it is in an application that has run for a while.</summary>
    public async Task WarmUp()
    {
        var firms = await office.Ask(db =>
            db.Enterprises.AsNoTracking()
                .OrderBy(e => e.Id)
                .Select(e => e.Id)
                .Take(Firms)
                .ToListAsync()
        );
        foreach (var firm in firms)
        {
            await Save(firm);
            free.Enqueue(firm);
        }
    }

    public async Task Run(CancellationToken over)
    {
        var clock = Stopwatch.StartNew();
        var saves = new List<Task>();
        for (var due = TimeSpan.Zero; !over.IsCancellationRequested; due += Every)
        {
            if (due - clock.Elapsed is { Ticks: > 0 } early)
            {
                await Task.Delay(early, over)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            saves.Add(Save(due, clock));
        }
        await Task.WhenAll(saves);
    }

    private async Task Save(TimeSpan due, Stopwatch clock)
    {
        if (!free.TryDequeue(out var firm))
        {
            throw new BenchException($"{Firms} saves wait at once.");
        }
        await Task.Run(() => Save(firm));
        waits.Add((clock.Elapsed - due).TotalSeconds);
        free.Enqueue(firm);
    }

    private async Task Save(Guid id)
    {
        var found = await office.Ask(db =>
            db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == id)
        );
        var profile = new EnterpriseProfile(
            found.NameFa,
            found.Province,
            Employees: 1 + Interlocked.Increment(ref employees) % 500
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
