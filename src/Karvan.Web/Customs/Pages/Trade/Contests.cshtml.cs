using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>
/// Objections to customs lines and declarations that are missing, in one list: the experts' worklist, oldest first, and a
/// firm's own.
/// </summary>
[Asks(nameof(CustomsActs.ReadTrade))]
public sealed class DisputeListModel(DisputeSearch search, TimeProvider clock, PageTexts words)
    : ListPage<DisputeRow>(words)
{
    /// <summary>The firm that somebody may report a missing declaration for.</summary>
    public Guid? Reporting =>
        Decision.AllowsSome(Actor, CustomsActs.ReportMissingDeclaration) ? Actor.ActingFor : null;

    protected override ValueTask<ListTable<DisputeRow>> Describe() =>
        new(
            new ListTable<DisputeRow>(
                "trade.contests-list",
                "customs-objections",
                DisputeQuery.ByAge,
                Columns(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
            )
            {
                EmptyKey = "trade.no-contests",
            }
        );

    protected override ValueTask<FoundRows<DisputeRow>> Rows(
        ListTable<DisputeRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new DisputeQuery(
                    ask.Filter(DisputeQuery.ByFirm),
                    ask.Filter("province"),
                    ask.Choice<DisputeKind>("kind"),
                    ask.Choice<DisputeState>("state"),
                    ask.Choice<LineObjectionGround>("ground"),
                    ask.Order
                )
            )
        );

    private Column<DisputeRow>[] Columns(DateOnly today) =>
        [
            new("line", "trade.declaration", r => Cell.Code(Named(r)) with { Href = PageOf(r) }),
            new("kind", "trade.dispute-kind", r => Cell.Said(TradeTexts.Kind(r.Kind, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<DisputeKind>(k => TradeTexts.Kind(k, W)),
            },
            new(
                DisputeQuery.ByFirm,
                "trade.firm",
                r => Cell.Text(r.Firm) with { Href = Links.Trade.Firm(r.EnterpriseId) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            CommonColumns.Province<DisputeRow>(r => r.Province, W),
            new(
                "ground",
                "trade.ground-label",
                r =>
                    r.Ground is { } ground ? Cell.Said(TradeTexts.Ground(ground, W)) : Cell.Text("")
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = TradeTexts.Grounds(W),
            },
            new("state", "trade.state", r => Cell.Status(TradeTexts.State(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<DisputeState>(s => W[TradeTexts.State(s).TextKey]),
            },
            new(DisputeQuery.ByAge, "trade.asked-on", r => Cell.Day(TehranTime.DayOf(r.AskedAt)))
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

    private static string Named(DisputeRow row) =>
        row.LineNumber is { } line ? $"{row.Declaration} / {line}" : row.Declaration;

    internal static string PageOf(DisputeRow row) =>
        row.Kind is DisputeKind.Missing
            ? Links.Trade.Missing(row.Id)
            : Links.Trade.Objection(row.Id);
}
