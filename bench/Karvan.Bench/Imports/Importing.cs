using System.Diagnostics;
using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Jobs;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Bench.Imports;

/// <summary>From a file that has arrived to one in force, while somebody else saves; then the trade of firms, and of provinces.</summary>
internal static class Importing
{
    public const string Reading = "reading";
    public const string Committing = "committing";
    public const string Again = "again";
    public const string Saves = "saves";
    public const string Largest = "largest";
    public const string Median = "median";
    public const string Sums = "sums";

    private const int MedianFirms = 20;
    private const int Repeated = 5;
    private static readonly TimeSpan JobPause = TimeSpan.FromMilliseconds(50);

    /// <returns>Checked by its lines; the largest firm and one of the median ones follow.</returns>
    public static async Task<Measurement> Run(string database, string import)
    {
        await using var office = new Office(database);
        var id = Guid.Parse(import);
        var saves = new SmallSaves(office);
        await saves.WarmUp();
        using var over = new CancellationTokenSource();
        var saving = saves.Run(over.Token);
        var clock = Stopwatch.StartNew();
        var read = await Read(office, id);
        var reading = clock.Elapsed.TotalSeconds;
        await Commit(office, id, read.Version);
        var whole = clock.Elapsed.TotalSeconds;
        await over.CancelAsync();
        await saving;
        clock.Restart();
        while (await office.Jobs.Run() is not null) { }
        var sums = clock.Elapsed.TotalSeconds;
        var firms = await BySize(office, id);
        var some = firms.Skip(firms.Count / 2).Take(MedianFirms).ToList();
        var (largest, median) = (new List<double>(), new List<double>());
        for (var n = 0; n < Repeated; n++)
        {
            largest.Add(await Ask(office, firms[0].Firm));
            foreach (var firm in some)
            {
                median.Add(await Ask(office, firm.Firm));
            }
        }
        // The same file once more: every line is held against those in force, whose place it might take.
        var second = await office.Ask<ImportAgain, Outcome<CustomsImport, ImportRefusal>>(a =>
            a.Run(id)
        );
        clock.Restart();
        await Read(office, second.Value.Id);
        var again = clock.Elapsed.TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var measured = Measurement.Of(
            [
                (Reading, [reading]),
                (Committing, [whole - reading]),
                (Again, [again]),
                (Saves, saves.Waits),
                (Largest, [.. largest]),
                (Median, [.. median]),
                (Sums, [sums]),
            ],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{read.Accepted} {firms[0].Firm} {firms[0].Lines} {some[0].Firm} {some[0].Lines}"
            )
        );
        return measured with { PeakBytes = peak };
    }

    private static async Task<CustomsImport> Read(Office office, Guid id)
    {
        var mapped = await office.Ask<MapImport, Outcome<CustomsImport, ImportRefusal>>(async map =>
            await map.Run(id, (await Look(office, id)).Version, MappingProfile.Standard, null)
        );
        await office.Ask<StartReading, Outcome<CustomsImport, ImportRefusal>>(start =>
            start.Run(id, mapped.Value.Version)
        );
        var job = await office.Ask(db =>
            db.Jobs.Where(j => j.SubjectId == id && j.State == JobState.Waiting)
                .Select(j => j.Id)
                .SingleAsync()
        );
        while (await office.Jobs.Run(only: job) is null)
        {
            await Task.Delay(JobPause);
        }
        var read = await Look(office, id);
        return read.State is ImportState.Ready
            ? read
            : throw new BenchException($"The import is {read.State}: {read.Fault}");
    }

    private static async Task Commit(Office office, Guid id, int version)
    {
        var committed = await office.Ask<CommitImport, Outcome<CustomsImport, ImportRefusal>>(c =>
            c.Run(id, version, null)
        );
        if (!committed.Done)
        {
            throw new BenchException($"The import was not committed: {committed.Refused}.");
        }
    }

    private static Task<CustomsImport> Look(Office office, Guid id) =>
        office.Ask(db => db.CustomsImports.AsNoTracking().SingleAsync(i => i.Id == id));

    /// <summary>Registered firms by their lines, the largest first.</summary>
    private static async Task<List<(Guid Firm, long Lines)>> BySize(Office office, Guid id)
    {
        var found = await office.Ask(db =>
            db.Set<CustomsYear>()
                .Where(y => y.ImportId == id)
                .GroupBy(y => y.Exporter)
                .Select(g => new { Exporter = g.Key, Lines = g.Sum(y => (long)y.Lines) })
                .Join(
                    db.Set<OutsideId>(),
                    y => y.Exporter,
                    o => o.Number,
                    (y, o) => new { o.EnterpriseId, y.Lines }
                )
                .ToListAsync()
        );
        return
        [
            .. found
                .Select(f => (f.EnterpriseId, f.Lines))
                .OrderByDescending(f => f.Lines)
                .ThenBy(f => f.EnterpriseId),
        ];
    }

    private static async Task<double> Ask(Office office, Guid id)
    {
        var clock = Stopwatch.StartNew();
        var firm = await office.Ask(db =>
            db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == id)
        );
        var cells = await office.Ask<FirmTrade, IReadOnlyList<TradeCell>>(t => t.Cells(firm));
        return cells.Count > 0
            ? clock.Elapsed.TotalSeconds
            : throw new BenchException($"The firm {id} has no trade.");
    }
}
