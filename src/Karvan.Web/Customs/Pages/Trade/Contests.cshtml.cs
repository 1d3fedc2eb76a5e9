using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Objections to customs lines: the experts' worklist, oldest first, and a firm's own.</summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class LineObjectionListModel(
    LineObjectionSearch search,
    TimeProvider clock,
    PageTexts words
) : ListPage<LineObjectionRow>(words)
{
    protected override ValueTask<ListTable<LineObjectionRow>> Describe() =>
        new(
            new ListTable<LineObjectionRow>(
                "trade.contests-list",
                "customs-objections",
                LineObjectionQuery.ByAge,
                Columns(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
            )
            {
                EmptyKey = "trade.no-contests",
            }
        );

    protected override ValueTask<FoundRows<LineObjectionRow>> Rows(
        ListTable<LineObjectionRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new LineObjectionQuery(
                    ask.Filter(LineObjectionQuery.ByFirm),
                    ask.Filter("province"),
                    ask.Choice<LineObjectionState>("state"),
                    ask.Choice<LineObjectionGround>("ground"),
                    ask.Order
                )
            )
        );

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
            CommonColumns.Province<LineObjectionRow>(r => r.Province, W),
            new("ground", "trade.ground-label", r => Cell.Said(TradeTexts.Ground(r.Ground, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices = TradeTexts.Grounds(W),
            },
            new("state", "trade.state", r => Cell.Status(TradeTexts.State(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<LineObjectionState>(s => W[TradeTexts.State(s).TextKey]),
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
