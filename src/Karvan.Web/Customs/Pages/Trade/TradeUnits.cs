using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// In which units a page of trade shows its figures: millions or thousands of dollars and tonnes, in which people compare, or
/// dollars and kilograms, which are one click away. Files hold the latter always.
/// </summary>
/// <param name="Usd">1, a thousand or a million.</param>
/// <param name="Kilograms">1 or a thousand.</param>
public sealed record TradeUnits(decimal Usd, decimal Kilograms)
{
    private const decimal Thousand = 1000;
    private const decimal Million = 1_000_000;
    private const decimal Short = 10;

    /// <summary>To the last digit.</summary>
    public static TradeUnits Full { get; } = new(1, 1);

    public bool AreFull => this == Full;

    /// <summary>The largest units in which the highest figure has two digits before the point.</summary>
    internal static TradeUnits For(IReadOnlyList<YearRow> years)
    {
        var rows = years.SelectMany(y => new[] { y.Exports, y.Imports }).ToList();
        return ForUsd(rows.Select(r => r.Usd)) with
        {
            Kilograms =
                rows.Select(r => r.Kilograms).DefaultIfEmpty().Max() >= Short * Thousand
                    ? Thousand
                    : 1,
        };
    }

    internal static TradeUnits ForUsd(IEnumerable<decimal> amounts)
    {
        var top = amounts.DefaultIfEmpty().Max();
        return new TradeUnits(
            top >= Short * Million ? Million
                : top >= Short * Thousand ? Thousand
                : 1,
            1
        );
    }

    public string ValueTitle =>
        Named("trade.value", "trade.value-thousands", "trade.value-millions");

    public string ExportsTitle =>
        Named("trade.exports", "trade.exports-thousands", "trade.exports-millions");

    public string ImportsTitle =>
        Named("trade.imports", "trade.imports-thousands", "trade.imports-millions");

    public string WeightTitle => Kilograms == 1 ? "trade.kg" : "trade.tonnes";

    public string ExportWeightTitle => Kilograms == 1 ? "trade.export-kg" : "trade.export-tonnes";

    /// <summary>What the chart of values counts.</summary>
    internal Said Unit(PageTexts words) =>
        words[Named("trade.usd", "trade.usd-thousands", "trade.usd-millions")];

    internal Said Money(decimal usd, PageTexts words) =>
        words[
            Named("figure.usd", "figure.usd-thousands", "figure.usd-millions"),
            ("number", In(usd, Usd, 2))
        ];

    internal Said Weight(decimal kilograms, PageTexts words) =>
        words[
            Kilograms == 1 ? "trade.in-kg" : "trade.in-tonnes",
            ("number", In(kilograms, Kilograms, 1))
        ];

    private string Named(string dollars, string thousands, string millions) =>
        Usd switch
        {
            1 => dollars,
            Thousand => thousands,
            _ => millions,
        };

    /// <summary>To the last digit where no unit is taken.</summary>
    private static decimal In(decimal figure, decimal unit, int decimals) =>
        unit == 1 ? figure : decimal.Round(figure / unit, decimals, MidpointRounding.AwayFromZero);
}
