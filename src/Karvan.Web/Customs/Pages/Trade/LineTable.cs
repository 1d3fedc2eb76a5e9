using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Trade.Ledger;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>The table of a firm's lines: its columns, and which lines somebody asked for in which order.</summary>
internal sealed class LineTable(
    Guid firm,
    IReadOnlyList<FirmLine> lines,
    IReadOnlySet<LineKey> contested,
    TradeBands bands,
    PageTexts words
)
{
    public const string LatestFirst = "-year";

    private static readonly Status Contested = new("trade.contest-state.Open", StatusKind.Now);

    public List<Column<FirmLine>> Columns() =>
        [
            new(
                "declaration",
                "trade.declaration",
                l =>
                    Cell.Code($"{l.At.Line.Declaration} / {l.At.Line.LineNumber}") with
                    {
                        Href = LineLink.One(firm, l.Import.Id, l.Key),
                    }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("year", "trade.day", l => Cell.Day(l.At.Line.Day))
            {
                Sorts = true,
                Filter = ColumnFilter.Choice,
                FilterTitleKey = "trade.year",
                Choices = PageTables.Years(
                    lines.Select(l => l.At.Line.SolarYear).Distinct(),
                    words
                ),
            },
            new("flow", "trade.flow", l => Cell.Said(TradeTexts.Flow(l.At.Line.Import, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices = TradeTexts.Flows(words),
            },
            new(
                "country",
                "trade.country",
                l => Cell.Text(PlaceNames.Country(l.At.Line.Country, words))
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. PlaceNames
                        .Countries(words)
                        .Where(c => lines.Any(l => l.At.Line.Country == c.Value)),
                ],
            },
            new("good", "trade.good", l => Cell.Code(l.At.Line.HsCode))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("band", "trade.band", l => Cell.Text(bands.Name(bands.Of(l.At.Line.HsCode), words)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. bands.All.Select(b => new FieldChoice(
                        b.Id,
                        PageTexts.Name(bands.Name(b.Id, words))
                    )),
                ],
            },
            new("value", "trade.value", l => Cell.Number(l.At.Line.ValueCents / 100m, 2))
            {
                Sorts = true,
                Numeric = true,
            },
            new("kg", "trade.kg", l => Cell.Number(l.At.Line.WeightGrams / 1000m, 3))
            {
                Sorts = true,
                Numeric = true,
            },
            new("state", "trade.state", l => Cell.Status(TradeTexts.State(l.At.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    new FieldChoice(LineLink.Counts, words["trade.line-state-counts"]),
                    .. Enum.GetValues<LineState>()
                        .Select(s => new FieldChoice(
                            s.ToString(),
                            words[TradeTexts.State(s).TextKey]
                        )),
                ],
            },
            .. Objection(),
            new("import", "trade.import", l => Cell.Registration(words.Year(l.Import.Number))),
        ];

    /// <summary>Only where the firm has objected to something.</summary>
    private IEnumerable<Column<FirmLine>> Objection() =>
        contested.Count == 0
            ? []
            :
            [
                new(
                    "objection",
                    "trade.objection",
                    l => contested.Contains(l.Key) ? Cell.Status(Contested) : Cell.Text("")
                )
                {
                    Filter = ColumnFilter.Choice,
                    Choices =
                    [
                        new FieldChoice(nameof(LineObjectionState.Open), words[Contested.TextKey]),
                    ],
                },
            ];

    public List<FirmLine> Pick(TableAsk ask)
    {
        var year = TradeAsk.YearOf(ask.Filter("year"));
        var flow = ask.Filter("flow");
        var good = PersianText.LatinDigits(ask.Filter("good") ?? "");
        var declaration = PersianText.LatinDigits(ask.Filter("declaration") ?? "");
        var found = lines.Where(l =>
            (ask.Filter("year") is null || l.At.Line.SolarYear == year)
            && (flow is null || TradeAsk.FlowOf(l.At.Line.Import) == flow)
            && (ask.Filter("country") is not { } country || l.At.Line.Country == country)
            && l.At.Line.HsCode.StartsWith(good, StringComparison.Ordinal)
            && l.At.Line.Declaration.Contains(declaration, StringComparison.OrdinalIgnoreCase)
            && (ask.Filter("band") is not { } band || bands.Of(l.At.Line.HsCode) == band)
            && IsIn(l, ask.Filter("state"))
            && (ask.Filter("objection") is null || contested.Contains(l.Key))
        );
        return [.. Ordered(found, ask)];
    }

    private static bool IsIn(FirmLine line, string? state) =>
        state switch
        {
            null => true,
            LineLink.Counts => line.Counts,
            _ => line.At.State.ToString() == state,
        };

    private IOrderedEnumerable<FirmLine> Ordered(IEnumerable<FirmLine> found, TableAsk ask)
    {
        // Few countries, and many lines to each.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string NameKey(string country) =>
            names.TryGetValue(country, out var known)
                ? known
                : names[country] = PersianText.SortKey(PlaceNames.Country(country, words));
        IOrderedEnumerable<FirmLine> By<TKey>(
            Func<LedgerLine, TKey> key,
            IComparer<TKey>? comparer = null
        ) =>
            ask.Descending
                ? found.OrderByDescending(l => key(l.At.Line), comparer)
                : found.OrderBy(l => key(l.At.Line), comparer);
        var ordered = ask.Sort switch
        {
            "value" => By(l => l.ValueCents),
            "kg" => By(l => l.WeightGrams),
            "country" => By(l => NameKey(l.Country), StringComparer.Ordinal),
            "good" => By(l => l.HsCode),
            "declaration" => By(l => l.Declaration),
            _ => By(l => l.Day),
        };
        return ordered
            .ThenBy(l => l.At.Line.Declaration, StringComparer.Ordinal)
            .ThenBy(l => l.At.Line.LineNumber)
            .ThenBy(l => l.At.Place);
    }
}
