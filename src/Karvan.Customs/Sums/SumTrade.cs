using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Sums;

/// <summary>
/// The job that adds up a province's trade by country, good, both together, and firm. The new sums are written beside the old ones, which
/// are seen until one row says otherwise.
/// </summary>
public sealed class SumTrade(KarvanContext db, ImportsInForce standing, TimeProvider clock)
    : IJobWork
{
    private const int FirmsAtATime = 500;
    private const int RowsAtATime = 4000;

    /// <summary>What its jobs are filed under.</summary>
    public const string JobKind = "sum-trade";

    public string Kind => JobKind;

    public async Task Run(JobRun run, CancellationToken cancellation)
    {
        var province =
            run.Argument ?? throw new HopelessJobException("Found no province, expected its code.");
        do
        {
            await Make(run, province, cancellation);
        } while (await IsBehind(province, cancellation));
    }

    /// <summary>
    /// Whether more was asked for meanwhile by somebody who saw this job wait and asked for no other. Looked up after the
    /// sums are shown: whoever asks later sees that it does not wait any more.
    /// </summary>
    private async Task<bool> IsBehind(string province, CancellationToken cancellation) =>
        await db.Set<TradeSumState>()
            .AnyAsync(s => s.Province == province && s.Made < s.Asked, cancellation)
        && !await TradeSums.Waiting(db).AnyAsync(j => j.Argument == province, cancellation);

    private async Task Make(JobRun run, string province, CancellationToken cancellation)
    {
        var state = await db.Set<TradeSumState>()
            .AsNoTracking()
            .SingleAsync(s => s.Province == province, cancellation);
        var sums = new ProvinceSums();
        var firms = await FirmsOf(province, cancellation);
        var imports = await standing.Imports(province, cancellation);
        var done = 0;
        foreach (var some in firms.Chunk(FirmsAtATime))
        {
            var owners = some.ToDictionary(f => f.Number, f => f.Firm, StringComparer.Ordinal);
            foreach (
                var (exporter, ledger) in await standing.Ledgers(imports, owners.Keys, cancellation)
            )
            {
                var cells = new TradeCells();
                ledger.AddTo(cells);
                sums.Add(owners[exporter], cells.All);
            }
            run.Report("adding-up", done += some.Length, firms.Count);
        }
        var generation = state.Generation + 1;
        await Clear(run, province, state.Generation, cancellation);
        await Write(run, province, generation, sums, cancellation);
        await Show(run, state, generation, sums.Exporters, cancellation);
        await Clear(run, province, generation, cancellation);
    }

    public Task GiveUp(JobRun run, JobState outcome, CancellationToken cancellation) =>
        Task.CompletedTask;

    private async Task<List<(string Number, Guid Firm)>> FirmsOf(
        string province,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await db.Set<OutsideId>()
                    .Join(
                        db.Enterprises.IgnoreQueryFilters().Where(e => e.Province == province),
                        o => o.EnterpriseId,
                        e => e.Id,
                        (o, e) => new { o.Number, o.EnterpriseId }
                    )
                    .ToListAsync(cancellation)
            )
                .DistinctBy(f => f.Number, StringComparer.Ordinal)
                .Select(f => (f.Number, f.EnterpriseId)),
        ];

    private async Task Write(
        JobRun run,
        string province,
        int generation,
        ProvinceSums sums,
        CancellationToken cancellation
    )
    {
        foreach (var some in sums.All.Chunk(RowsAtATime))
        {
            await run.Step(db, () => Write(province, generation, some), cancellation);
        }
    }

    private async Task Write(
        string province,
        int generation,
        IEnumerable<KeyValuePair<SumKey, Sum>> sums
    )
    {
        await using var rows = await BulkRows.Into(
            db,
            "TradeSums",
            "Province",
            "Generation",
            "Kind",
            "IsImport",
            "SolarYear",
            "Code",
            "Lines",
            "ValueCents",
            "WeightGrams"
        );
        foreach (var (key, sum) in sums)
        {
            await rows.Add(
                province,
                generation,
                $"{key.Kind}",
                key.Import,
                key.SolarYear,
                key.Code,
                sum.Lines,
                sum.Cents,
                sum.Grams
            );
        }
        await rows.Complete();
    }

    private async Task Show(
        JobRun run,
        TradeSumState before,
        int generation,
        int exporters,
        CancellationToken cancellation
    )
    {
        var (province, asked, now) = (before.Province, before.Asked, clock.GetUtcNow().UtcDateTime);
        await run.Step(
            db,
            () =>
                db.Set<TradeSumState>()
                    .Where(s => s.Province == province)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(s => s.Generation, generation)
                                .SetProperty(s => s.Made, asked)
                                .SetProperty(s => s.Exporters, exporters)
                                .SetProperty(s => s.MadeAt, now),
                        cancellation
                    ),
            cancellation
        );
    }

    /// <summary>Takes away what is not of the generation that is seen: of the one before, or of a try that was killed.</summary>
    private async Task Clear(JobRun run, string province, int seen, CancellationToken cancellation)
    {
        const string Sql = """
            DELETE FROM "TradeSums" WHERE "Province" = {0} AND "Generation" <> {1} AND "Code" IN (
                SELECT "Code" FROM "TradeSums" WHERE "Province" = {0} AND "Generation" <> {1} LIMIT 1000)
            """;
        var gone = 1;
        while (gone > 0)
        {
            await run.Step(
                db,
                async () =>
                    gone = await db.Database.ExecuteSqlRawAsync(
                        Sql,
                        [province, seen],
                        cancellation
                    ),
                cancellation
            );
        }
    }

    private readonly record struct SumKey(SumKind Kind, bool Import, int SolarYear, string Code);

    private readonly record struct Sum(long Lines, long Cents, long Grams);

    /// <summary>Sums of a province while they are added up.</summary>
    private sealed class ProvinceSums
    {
        private readonly Dictionary<SumKey, Sum> sums = [];
        private readonly HashSet<Guid> firms = [];

        public int Exporters => firms.Count;

        public IEnumerable<KeyValuePair<SumKey, Sum>> All => sums;

        public void Add(Guid firm, IEnumerable<TradeCell> cells)
        {
            foreach (var cell in cells)
            {
                firms.Add(firm);
                Add(SumKind.Firm, firm.ToString(), cell);
                Add(SumKind.Country, cell.Country, cell);
                Add(SumKind.Goods, $"{cell.Hs6:000000}", cell);
                Add(SumKind.CountryGoods, $"{cell.Country}{cell.Hs6:000000}", cell);
            }
        }

        private void Add(SumKind kind, string code, TradeCell cell)
        {
            var key = new SumKey(kind, cell.Import, cell.SolarYear, code);
            var (lines, cents, grams) = sums.GetValueOrDefault(key);
            sums[key] = new Sum(
                lines + cell.Lines,
                checked(cents + cell.ValueCents),
                checked(grams + cell.WeightGrams)
            );
        }
    }
}
