using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Evaluation.Search;

/// <summary>Campaigns by name.</summary>
internal sealed class FindCampaigns(CampaignSearch search, PageTexts words) : IFindRecords
{
    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        if (!Decision.AllowsSome(actor, EvaluationActs.ReadCampaign))
        {
            return null;
        }
        var (rows, total) = await search
            .Rows(new CampaignQuery(sought.Text))
            .Page(0, FoundRecords.Most, cancellation);
        return total == 0
            ? null
            : new FoundRecords(
                "campaigns.title",
                [
                    .. rows.Select(c => new FoundRecord(
                        PageTexts.Name(c.NameFa),
                        Links.Campaigns.Details(c.Id),
                        words[$"campaign.state.{c.State}"]
                    )),
                ],
                total,
                sought.In(Links.Campaigns.Index, "f-name")
            );
    }
}
