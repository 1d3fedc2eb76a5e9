using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Objections to customs lines: the experts' worklist, oldest first, and a firm's own.</summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class LineObjectionListModel(
    LineObjectionSearch search,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime));
        var ask = TableAsk.Of(Request, columns, LineObjectionQuery.ByAge, PageSize);
        var question = new LineObjectionQuery(
            ask.Filter(LineObjectionQuery.ByFirm),
            ask.Filter("province"),
            Enum.TryParse<LineObjectionState>(ask.Filter("state"), out var state) ? state : null,
            Enum.TryParse<LineObjectionGround>(ask.Filter("ground"), out var ground)
                ? ground
                : null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<LineObjectionRow>(
                format,
                "customs-objections",
                columns,
                search.All(question)
            );
        }
        var (rows, total) = await search.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "trade.contests-list", ask, columns, rows, total) with
        {
            EmptyKey = "trade.no-contests",
        };
        return Page();
    }

    private Column<LineObjectionRow>[] Columns(DateOnly today) =>
        [
            new(
                "line",
                "trade.line",
                r =>
                    Cell.Code($"{r.Declaration} / {r.LineNumber}") with
                    {
                        Href = Links.Trade.Objection(r.Id),
                    }
            ),
            new(
                LineObjectionQuery.ByFirm,
                "trade.firm",
                r => Cell.Text(r.Firm) with { Href = Links.Trade.Firm(r.EnterpriseId) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "province",
                "enterprise.province",
                r => Cell.Text(PlaceNames.Province(r.Province, words))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new("ground", "trade.ground-label", r => Cell.Said(TradeTexts.Ground(r.Ground, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices = TradeTexts.Grounds(words),
            },
            new("state", "trade.state", r => Cell.Status(TradeTexts.State(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<LineObjectionState>()
                        .Select(s => new FieldChoice(
                            s.ToString(),
                            words[TradeTexts.State(s).TextKey]
                        )),
                ],
            },
            new(
                LineObjectionQuery.ByAge,
                "trade.asked-on",
                r => Cell.Day(TehranTime.DayOf(r.AskedAt))
            )
            {
                Sorts = true,
            },
            new(
                "days",
                "trade.age",
                r =>
                    Cell.Number(
                        (r.DecidedAt is { } decided ? TehranTime.DayOf(decided) : today).DayNumber
                            - TehranTime.DayOf(r.AskedAt).DayNumber
                    )
            )
            {
                Numeric = true,
            },
        ];
}
