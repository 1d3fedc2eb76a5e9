using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>A firm's dossiers of all campaigns; for the body those of its provinces.</summary>
[Asks(nameof(EvaluationActs.ReadDossier))]
public sealed class DossierListModel(DossierSearch search, PageTexts words)
    : ListPage<DossierRow>(words)
{
    public bool IsFirm => Actor.ActingFor is not null;

    protected override ValueTask<ListTable<DossierRow>> Describe() =>
        new(
            new ListTable<DossierRow>(
                "dossiers.list",
                "dossiers",
                "-" + DossierQuery.ByBeginning,
                Columns()
            )
        );

    protected override ValueTask<FoundRows<DossierRow>> Rows(
        ListTable<DossierRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new DossierQuery(
                    ask.Filter(DossierQuery.ByFirm),
                    ask.Filter("province"),
                    ask.Choice<DossierState>("state"),
                    Order: ask.Order
                )
            )
        );

    private Column<DossierRow>[] Columns() =>
        [
            new(
                DossierQuery.ByFirm,
                "dossier.firm",
                d => Cell.Text(d.Firm) with { Href = Links.Dossiers.Details(d.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "campaign",
                "subject.Campaign",
                d => Cell.Text(W.IsPersian ? d.CampaignFa : d.CampaignEn ?? d.CampaignFa)
            ),
            new(
                "province",
                "enterprise.province",
                d => Cell.Text(PlaceNames.Province(d.Province, W))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(W),
            },
            new("state", "dossier.state", d => Cell.Status(DossierTexts.Of(d.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<DossierState>(s => W[DossierTexts.Of(s).TextKey]),
            },
            new(
                DossierQuery.ByBeginning,
                "dossier.begun-at",
                d => Cell.Day(TehranTime.DayOf(d.BegunAt))
            )
            {
                Sorts = true,
            },
            new(
                DossierQuery.BySubmission,
                "dossier.submitted-at",
                d => Cell.Day(d.SubmittedAt is { } at ? TehranTime.DayOf(at) : null)
            )
            {
                Sorts = true,
            },
        ];
}
