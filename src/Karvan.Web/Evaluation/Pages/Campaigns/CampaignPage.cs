using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;

namespace Karvan.Web.Evaluation.Pages.Campaigns;

/// <summary>A page about one campaign, which the asker must see.</summary>
public abstract class CampaignPage(CampaignSearch search) : RecordPage<Campaign>
{
    public Campaign Campaign => Record;

    public bool MayRun => May(EvaluationActs.RunCampaign, Campaign.Subject);

    protected override Task<Campaign?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Campaign record) => [record.Subject];
}
