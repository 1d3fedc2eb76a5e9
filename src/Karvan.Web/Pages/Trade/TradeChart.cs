using Karvan.Web.Parts.Drawings;
using Karvan.Web.Words;

namespace Karvan.Web.Pages.Trade;

/// <summary>Years of trade as columns, in a unit in which the numbers stay short; the table beside it has them to the cent.</summary>
internal static class TradeChart
{
    private const decimal Thousand = 1000;
    private const decimal Million = 1_000_000;
    private const decimal Short = 10;

    public static Chart Of(IReadOnlyList<YearRow> years, PageWords words)
    {
        var top = years
            .SelectMany(y => new[] { y.Exports.Usd, y.Imports.Usd })
            .DefaultIfEmpty()
            .Max();
        var (unit, key) =
            top >= Short * Million ? (Million, "trade.usd-millions")
            : top >= Short * Thousand ? (Thousand, "trade.usd-thousands")
            : (1m, "trade.usd");
        decimal? Shown(TradeRow row) => decimal.Round(row.Usd / unit, 1);
        return new Chart(
            "trade-years",
            words["trade.by-year"],
            words[key],
            [.. years.Select(y => PageWords.Name(words.Year(y.SolarYear)))],
            [
                new ChartSeries(
                    words["trade.exports-short"],
                    [.. years.Select(y => Shown(y.Exports))]
                ),
                new ChartSeries(
                    words["trade.imports-short"],
                    [.. years.Select(y => Shown(y.Imports))]
                ),
            ]
        );
    }

    public static Chart PerKilogram(IReadOnlyList<YearRow> years, PageWords words)
    {
        static decimal? Shown(TradeRow row) =>
            row.UsdPerKilogram is { } usd ? decimal.Round(usd, 2) : null;
        return new Chart(
            "trade-per-kg",
            words["trade.per-kg-by-year"],
            words["trade.usd-per-kg"],
            [.. years.Select(y => PageWords.Name(words.Year(y.SolarYear)))],
            [
                new ChartSeries(
                    words["trade.exports-short"],
                    [.. years.Select(y => Shown(y.Exports))]
                ),
                new ChartSeries(
                    words["trade.imports-short"],
                    [.. years.Select(y => Shown(y.Imports))]
                ),
            ]
        );
    }
}
