using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Reading;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>Puts together what an import's report says.</summary>
public sealed class ReportImport(KarvanContext db)
{
    private const int MostTotals = 20;

    public async Task<ImportReport> Of(
        CustomsImport import,
        MappedTally rows,
        LedgerTally tally,
        CustomsImport? against,
        CancellationToken cancellation = default
    )
    {
        var (registered, unknown, elsewhere) = await Exporters(import, cancellation);
        var faults = rows
            .Rows.RejectedByFault.Select(f => new FaultCount(f.Fault.Word(), f.Count))
            .ToList();
        if (tally.Conflicts > 0)
        {
            faults.Add(new FaultCount(Fault.Conflict.Word(), tally.Conflicts));
        }
        return new ImportReport(
            rows.Rows.Read,
            tally.Accepted,
            rows.Rows.Rejected + tally.Conflicts,
            tally.Duplicates,
            [.. faults.OrderByDescending(f => f.Lines)],
            tally.Years,
            registered,
            unknown,
            elsewhere,
            against?.Number,
            against?.Report is { } before
                ? Differences(ImportReport.Parse(before).Years, tally.Years)
                : [],
            [
                .. rows
                    .Totals.Take(MostTotals)
                    .Select(t => new StatedTotal(t.Line, t.Hundredths, t.WeightGrams)),
            ],
            [.. rows.Sums.HundredthsByCurrency.Select(s => new AmountSum(s.Key, (decimal)s.Value))]
        );
    }

    private static List<YearDifference> Differences(
        IReadOnlyList<FlowYear> before,
        IReadOnlyList<FlowYear> after
    ) =>
        [
            .. after.Select(a =>
            {
                var b = before.FirstOrDefault(y =>
                    y.Import == a.Import && y.SolarYear == a.SolarYear
                );
                return new YearDifference(
                    a.Import,
                    a.SolarYear,
                    b?.ValueCents ?? 0,
                    a.ValueCents,
                    b?.Lines ?? 0,
                    a.Lines
                );
            }),
        ];

    private async Task<(
        ExporterCount Registered,
        ExporterCount Unknown,
        ExporterCount Elsewhere
    )> Exporters(CustomsImport import, CancellationToken cancellation)
    {
        var id = import.Id;
        var provinces = (
            await db.Set<OutsideId>()
                .Join(
                    db.Enterprises.IgnoreQueryFilters(),
                    o => o.EnterpriseId,
                    e => e.Id,
                    (o, e) => new { o.Number, e.Province }
                )
                .ToListAsync(cancellation)
        )
            .DistinctBy(f => f.Number, StringComparer.Ordinal)
            .ToDictionary(f => f.Number, f => f.Province, StringComparer.Ordinal);
        var exporters = await db.Set<CustomsYear>()
            .Where(y => y.ImportId == id)
            .GroupBy(y => y.Exporter)
            .Select(g => new
            {
                Exporter = g.Key,
                Lines = g.Sum(y => (long)y.Lines),
                Cents = g.Sum(y => y.IsImport ? 0L : y.ValueCents),
            })
            .ToListAsync(cancellation);
        var counts = exporters.ToLookup(
            e =>
                !provinces.TryGetValue(e.Exporter, out var province) ? Known.Nowhere
                : import.Province is null || province == import.Province ? Known.Here
                : Known.Elsewhere,
            e => new ExporterCount(1, e.Lines, e.Cents)
        );
        return (Sum(counts[Known.Here]), Sum(counts[Known.Nowhere]), Sum(counts[Known.Elsewhere]));
    }

    private static ExporterCount Sum(IEnumerable<ExporterCount> counts) =>
        counts.Aggregate(
            ExporterCount.None,
            (sum, one) =>
                new(
                    sum.Exporters + one.Exporters,
                    sum.Lines + one.Lines,
                    checked(sum.ExportCents + one.ExportCents)
                )
        );

    private enum Known
    {
        Here,
        Nowhere,
        Elsewhere,
    }
}
