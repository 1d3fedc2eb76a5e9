using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Customs.Pages.Trade;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>The report of an import as tables and a drawing.</summary>
internal static class ReportTables
{
    public static TableView Reasons(HttpRequest request, ImportReport report, PageTexts words)
    {
        Column<FaultCount>[] columns =
        [
            new("reason", "customs.report.reason", f => Cell.Said(words[$"fault.{f.Fault}"])),
            new("lines", "customs.report.lines", f => Cell.Number(f.Lines)) { Numeric = true },
        ];
        return Whole("reasons", "customs.report.rejected", request, columns, report.Rejected);
    }

    /// <summary>To be held against customs' own sums, and against the import before.</summary>
    public static TableView Sums(HttpRequest request, ImportReport report, PageTexts words)
    {
        long Before(FlowYear year) =>
            report
                .Differences.FirstOrDefault(d =>
                    d.Import == year.Import && d.SolarYear == year.SolarYear
                )
                ?.BeforeCents
            ?? 0;
        List<Column<FlowYear>> columns =
        [
            new("flow", "customs.flow", y => Cell.Said(ImportStatus.Flow(y.Import, words))),
            new("year", "customs.year", y => Cell.Text(words.Year(y.SolarYear))),
            new("lines", "customs.report.lines", y => Cell.Number(y.Lines)) { Numeric = true },
            new("firms", "customs.report.firms", y => Cell.Number(y.Exporters)) { Numeric = true },
            new("value", "customs.value-usd", y => Cell.Number(y.ValueCents / 100m, 2))
            {
                Numeric = true,
            },
            new("weight", "customs.weight-kg", y => Cell.Number(y.WeightGrams / 1000m, 3))
            {
                Numeric = true,
            },
        ];
        if (report.ComparedWith is not null)
        {
            columns.Add(
                new("before", "customs.report.before", y => Cell.Number(Before(y) / 100m, 2))
                {
                    Numeric = true,
                }
            );
            columns.Add(
                new(
                    "change",
                    "customs.report.change",
                    y => Cell.Number((y.ValueCents - Before(y)) / 100m, 2)
                )
                {
                    Numeric = true,
                }
            );
        }
        return Whole("sums", "customs.report.by-year", request, columns, report.Years);
    }

    public static Chart Drawn(ImportReport report, PageTexts words)
    {
        var years = report.Years.Select(y => y.SolarYear).Distinct().Order().ToList();
        var units = TradeUnits.ForUsd(report.Years.Select(y => y.ValueCents / 100m));
        ChartSeries Series(bool import) =>
            new(
                ImportStatus.Flow(import, words),
                [
                    .. years.Select(year =>
                        report.Years.FirstOrDefault(y => y.Import == import && y.SolarYear == year)
                            is { } sum
                            ? decimal.Round(sum.ValueCents / 100m / units.Usd, 1)
                            : (decimal?)null
                    ),
                ]
            );
        return new Chart(
            "years",
            words["customs.report.years"],
            units.Unit(words),
            [.. years.Select(y => PageTexts.Name(words.Year(y)))],
            [.. report.Years.Select(y => y.Import).Distinct().Order().Select(Series)]
        );
    }

    private static TableView Whole<T>(
        string id,
        string caption,
        HttpRequest request,
        IReadOnlyList<Column<T>> columns,
        IReadOnlyList<T> rows
    ) =>
        TableView.Of(
            id,
            caption,
            TableAsk.Of(request, columns, columns[0].Key, Math.Max(1, rows.Count), id),
            columns,
            rows,
            rows.Count
        ) with
        {
            Downloads = false,
        };
}
