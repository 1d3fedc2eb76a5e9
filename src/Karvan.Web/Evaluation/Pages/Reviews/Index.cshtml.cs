using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>A reviewer's dossiers; for the secretary the reviews of all.</summary>
[Asks(nameof(EvaluationActs.ReadReview))]
public sealed class ReviewListModel(ReviewSearch search, PageTexts words)
    : ListPage<ReviewRow>(words)
{
    protected override ValueTask<ListTable<ReviewRow>> Describe() =>
        new(new ListTable<ReviewRow>("reviews.list", "reviews", ReviewQuery.ByAge, Columns()));

    protected override ValueTask<FoundRows<ReviewRow>> Rows(
        ListTable<ReviewRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new ReviewQuery(
                    ask.Filter(ReviewQuery.ByFirm),
                    ask.Filter("province"),
                    ask.Choice<ReviewState>("state"),
                    ask.Order
                )
            )
        );

    private Column<ReviewRow>[] Columns() =>
        [
            new(
                ReviewQuery.ByFirm,
                "dossier.firm",
                r => Cell.Text(r.Firm) with { Href = Links.Reviews.Details(r.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "campaign",
                "subject.Campaign",
                r => Cell.Text(W.IsPersian ? r.CampaignFa : r.CampaignEn ?? r.CampaignFa)
            ),
            new(
                "province",
                "enterprise.province",
                r => Cell.Text(PlaceNames.Province(r.Province, W))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(W),
            },
            new("reviewer", "review.reviewer", r => Cell.Text(r.Reviewer)),
            new("state", "review.state", r => Cell.Status(ReviewTexts.Of(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<ReviewState>(s => W[ReviewTexts.Of(s).TextKey]),
            },
            new(
                ReviewQuery.ByAge,
                "review.assigned-on",
                r => Cell.Day(TehranTime.DayOf(r.AssignedAt))
            )
            {
                Sorts = true,
            },
            new("ends", "campaign.review-ends", r => Cell.Day(r.EndsOn)),
        ];
}
