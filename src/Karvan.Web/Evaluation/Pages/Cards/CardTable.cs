using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;

namespace Karvan.Web.Evaluation.Pages.Cards;

/// <summary>The criteria of a score card as a table, which opens in a spreadsheet too.</summary>
internal static class CardTable
{
    /// <summary>All criteria stand on one page.</summary>
    private const int AllCriteria = 200;

    public static ListTable<CardRow> Of(PageTexts words) =>
        new("score-card.table", "score-card", "place", Columns(words)) { PageSize = AllCriteria };

    private static Column<CardRow>[] Columns(PageTexts words) =>
        [
            new("place", "result.place", r => Cell.Number(r.Place))
            {
                Numeric = true,
                Sorts = true,
            },
            new(
                "criterion",
                "evidence.criterion",
                r => Cell.Text(r.Criterion.Id) with { Href = $"#{r.Criterion.Id}" }
            ),
            new(
                "title",
                "result.criterion-title",
                r => Cell.Text(r.Criterion.Title.In(words).Plain)
            ),
            new("points", "result.points", r => Cell.Number(r.Row.Points, 2))
            {
                Numeric = true,
                Sorts = true,
            },
            new("max", "result.max", r => Cell.Number(r.Row.Of)) { Numeric = true },
            new("state", "result.status", r => Cell.Status(r.State)),
        ];
}
