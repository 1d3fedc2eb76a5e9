using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>What of the trade is looked at: a flow, one year or all, one country or all, goods or all; and in which units.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Good">The first two to six digits of an HS code.</param>
/// <param name="Full">To the last digit, and not in millions.</param>
public sealed record TradeAsk(
    bool Import,
    int? Year,
    string? Country = null,
    string? Good = null,
    bool Full = false
)
{
    public const string ExportFlow = "export";
    public const string ImportFlow = "import";
    public const string FullFigures = "full";

    private const int Chapter = 2;
    private const int Subheading = 6;

    public string Flow => FlowOf(Import);

    public static string FlowOf(bool import) => import ? ImportFlow : ExportFlow;

    public static TradeAsk Of(HttpRequest request) =>
        new(
            request.Query["flow"] == ImportFlow,
            YearOf(request.Query["year"]),
            CountryOf(request.Query["country"]),
            GoodOf(request.Query["good"]),
            request.Query["figures"] == FullFigures
        );

    public static int? YearOf(string? typed) =>
        int.TryParse(
            PersianText.LatinDigits(typed ?? ""),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var year
        )
            ? year
            : null;

    private static string? CountryOf(string? typed) =>
        typed is { Length: 2 } && ReferenceTable.Countries.Contains(typed) ? typed : null;

    private static string? GoodOf(string? typed)
    {
        var good = PersianText.LatinDigits(typed ?? "").Trim();
        return good.Length is >= Chapter and <= Subheading && good.All(char.IsAsciiDigit)
            ? good
            : null;
    }

    public bool Holds(TradeFigure figure) =>
        figure.Import == Import && (Year is null || figure.SolarYear == Year);

    public bool HoldsGood(string hs6) =>
        Good is null || hs6.StartsWith(Good, StringComparison.Ordinal);

    public bool HoldsCountry(string country) => Country is null || Country == country;

    /// <summary>Whether more is chosen than a flow and a year.</summary>
    public bool IsNarrow => Country is not null || Good is not null;

    /// <summary>A page of trade with this choice.</summary>
    public string At(string page) =>
        page.With("flow", Flow)
            .With("year", Year)
            .With("country", Country)
            .With("good", Good)
            .With("figures", Full ? FullFigures : null);

    /// <summary>Each with its name, as paper says it in place of the form.</summary>
    public IReadOnlyList<(Said Label, Said Value)> Chosen(PageTexts words)
    {
        var chosen = new List<(Said, Said)>
        {
            (words["trade.flow"], TradeTexts.Flow(Import, words)),
            (
                words["trade.year"],
                Year is { } year ? PageTexts.Name(words.Year(year)) : words["trade.all-years"]
            ),
        };
        if (Country is { } country)
        {
            chosen.Add(
                (words["trade.country"], PageTexts.Name(PlaceNames.Country(country, words)))
            );
        }
        if (Good is { } good)
        {
            chosen.Add((words["trade.good"], PageTexts.Name(good)));
        }
        return chosen;
    }

    /// <summary>Flow, year, country and goods in words, as headings say them.</summary>
    public Said Words(PageTexts words)
    {
        Said year = Year is { } one
            ? words["trade.choice.year", ("year", words.Year(one))]
            : words["trade.choice.all-years"];
        return Narrow(
            words["trade.choice.and", ("first", TradeTexts.Flow(Import, words)), ("then", year)],
            words
        );
    }

    /// <summary>The same for what shows both flows and all years.</summary>
    public Said WordsOfAllYears(PageTexts words) => Narrow(words["trade.choice.whole"], words);

    private Said Narrow(Said said, PageTexts words)
    {
        if (Country is { } country)
        {
            said = words[
                "trade.choice.and",
                ("first", said),
                ("then", PlaceNames.Country(country, words))
            ];
        }
        return Good is { } good
            ? words[
                "trade.choice.and",
                ("first", said),
                ("then", words["trade.choice.good", ("good", good)])
            ]
            : said;
    }
}
