using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// Years of trade as columns, in a unit in which the numbers stay short; the table beside it has them to the cent. A column
/// leads where the number of its year does.
/// </summary>
/// <param name="href">Where the column of a year and flow leads.</param>
internal sealed class TradeChart(
    IReadOnlyList<YearRow> years,
    TradeAsk ask,
    Func<YearRow, bool, string?> href,
    PageTexts words
)
{
    public Chart Values()
    {
        var units = TradeUnits.For(years);
        return Drawn(
            "trade-years",
            "trade.by-year",
            units.Unit(words),
            row => decimal.Round(row.Usd / units.Usd, 1)
        );
    }

    public Chart PerKilogram() =>
        Drawn(
            "trade-per-kg",
            "trade.per-kg-by-year",
            words["trade.usd-per-kg"],
            row => row.UsdPerKilogram is { } usd ? decimal.Round(usd, 2) : null
        );

    private Chart Drawn(string id, string titleKey, Said unit, Func<TradeRow, decimal?> shown)
    {
        ChartSeries Series(string key, bool import)
        {
            TradeRow Row(YearRow year) => import ? year.Imports : year.Exports;
            return new(
                words[key],
                [.. years.Select(y => shown(Row(y)))],
                [.. years.Select(y => Row(y).Lines > 0 ? href(y, import) : null)]
            );
        }
        return new Chart(
            id,
            words["table.of", ("table", words[titleKey]), ("choice", ask.WordsOfAllYears(words))],
            unit,
            [.. years.Select(y => PageTexts.Name(words.Year(y.SolarYear)))],
            [Series("trade.exports-short", false), Series("trade.imports-short", true)]
        );
    }
}
