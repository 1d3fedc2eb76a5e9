using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Searching;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>The campaigns that were called, and for their secretary the drafts.</summary>
[Asks(nameof(EvaluationActs.ReadCampaign))]
public sealed class CampaignListModel(CampaignSearch search, PageTexts words)
    : ListPage<CampaignRow>(words)
{
    public bool MayDraft => Decision.AllowsSome(Actor, EvaluationActs.RunCampaign);

    protected override ValueTask<ListTable<CampaignRow>> Describe() =>
        new(
            new ListTable<CampaignRow>(
                "campaigns.list",
                "campaigns",
                "-" + CampaignQuery.ByYear,
                Columns()
            )
        );

    protected override ValueTask<FoundRows<CampaignRow>> Rows(
        ListTable<CampaignRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new CampaignQuery(
                    ask.Filter(CampaignQuery.ByName),
                    ask.Filter("province"),
                    ask.Choice<CampaignState>("state"),
                    ask.Order
                )
            )
        );

    private Column<CampaignRow>[] Columns() =>
        [
            new(
                CampaignQuery.ByName,
                "campaign.name",
                c =>
                    Cell.Text(W.IsPersian ? c.NameFa : c.NameEn ?? c.NameFa) with
                    {
                        Href = Links.Campaigns.Details(c.Id),
                    }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                CampaignQuery.ByYear,
                "campaign.rulebook-year",
                c => Cell.Registration(W.Year(c.RulebookYear))
            )
            {
                Sorts = true,
            },
            new("province", "campaign.provinces", c => Cell.Number(c.Provinces))
            {
                Numeric = true,
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(W),
            },
            new("filing-opens", "campaign.filing-opens", c => Cell.Day(c.FilingOpens)),
            new(CampaignQuery.ByEnd, "campaign.filing-ends", c => Cell.Day(c.FilingEnds))
            {
                Sorts = true,
            },
            new("state", "campaign.state", c => Cell.Status(CampaignStatus.Of(c.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<CampaignState>(s => W[CampaignStatus.Of(s).TextKey]),
            },
        ];
}
