using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Trade.Ledger;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>A sum by flow, solar year and one code: of a country, a good, a band or a firm.</summary>
public sealed record TradeFigure(
    bool Import,
    int SolarYear,
    string Code,
    long Lines,
    long Cents,
    long Grams
)
{
    public static TradeFigure Of(TradeTotal total) =>
        new(
            total.Import,
            total.SolarYear,
            total.Code,
            total.Lines,
            total.ValueCents,
            total.WeightGrams
        );

    public static TradeFigure Of(TradeCell cell, string code) =>
        new(cell.Import, cell.SolarYear, code, cell.Lines, cell.ValueCents, cell.WeightGrams);
}

/// <summary>What stands in a row of a table of trade.</summary>
/// <param name="Whole">Cents of all rows together.</param>
public sealed record TradeRow(string Code, long Lines, long Cents, long Grams, long Whole = 0)
{
    public static TradeRow None { get; } = new("", 0, 0, 0);

    public decimal Usd => Cents / 100m;

    public decimal Kilograms => Grams / 1000m;

    public decimal? UsdPerKilogram => Grams == 0 ? null : Cents * 10m / Grams;

    public decimal? Share => Whole == 0 ? null : Cents * 100m / Whole;

    /// <summary>By code, the largest value first.</summary>
    public static IReadOnlyList<TradeRow> By(IEnumerable<TradeFigure> figures)
    {
        var rows = figures.GroupBy(f => f.Code, StringComparer.Ordinal).Select(Sum).ToList();
        var whole = rows.Sum(r => r.Cents);
        return
        [
            .. rows.Select(r => r with { Whole = whole })
                .OrderByDescending(r => r.Cents)
                .ThenBy(r => r.Code, StringComparer.Ordinal),
        ];
    }

    public static TradeRow Sum(IEnumerable<TradeFigure> figures)
    {
        var row = None;
        foreach (var f in figures)
        {
            row = new TradeRow(
                f.Code,
                row.Lines + f.Lines,
                checked(row.Cents + f.Cents),
                checked(row.Grams + f.Grams)
            );
        }
        return row;
    }
}

/// <summary>One solar year, its exports and imports beside each other.</summary>
public sealed record YearRow(int SolarYear, TradeRow Exports, TradeRow Imports)
{
    /// <summary>In the order of time, years without any trade between others among them.</summary>
    public static IReadOnlyList<YearRow> Of(IEnumerable<TradeFigure> figures)
    {
        var years = figures.ToLookup(f => f.SolarYear);
        if (years.Count == 0)
        {
            return [];
        }
        var (first, last) = (years.Min(y => y.Key), years.Max(y => y.Key));
        return
        [
            .. Enumerable
                .Range(first, last - first + 1)
                .Select(y => new YearRow(
                    y,
                    TradeRow.Sum(years[y].Where(f => !f.Import)),
                    TradeRow.Sum(years[y].Where(f => f.Import))
                )),
        ];
    }
}
