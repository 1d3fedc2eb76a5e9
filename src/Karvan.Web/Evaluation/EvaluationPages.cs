using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Web.Components.Frames;
using Karvan.Web.Evaluation.Demo;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Settings;

namespace Karvan.Web.Evaluation;

/// <summary>Campaigns, up to their call.</summary>
internal sealed class EvaluationPages : IWebModule
{
    public int Order => 8;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddScoped<IRulebooks, CampaignRulebooks>();
        services.AddScoped<IDemoPart, DemoCampaigns>();
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(
                NavigationGroup.Evaluation,
                10,
                EvaluationActs.ReadCampaign,
                "nav.campaigns",
                Links.Campaigns.Index
            ),
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [SubjectPage.At(nameof(Campaign), Links.Campaigns.Details)];

    public IEnumerable<NewsKind> News =>
        NewsKind.Of(
            EvaluationActs.ReadCampaign,
            typeof(CampaignDrafted),
            typeof(CampaignEdited),
            typeof(CampaignDaysSet),
            typeof(CampaignPlacesSet),
            typeof(CampaignCalled),
            typeof(CampaignExtended),
            typeof(CampaignTakenBack)
        );

    public IEnumerable<ValueTexts> Values =>
        [
            new("Campaign.State", "campaign.state."),
            new("Campaign.Within", "campaign.within."),
            new("Campaign.Review", "campaign.review."),
        ];
}
