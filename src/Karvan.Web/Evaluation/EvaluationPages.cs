using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Evaluation.Rulebooks;
using Karvan.Web.Components.Frames;
using Karvan.Web.Evaluation.Demo;
using Karvan.Web.Evaluation.Pages.Committee;
using Karvan.Web.Evaluation.Pages.Dossiers;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Settings;

namespace Karvan.Web.Evaluation;

/// <summary>Campaigns, the dossiers that firms file in them, and their reviews.</summary>
internal sealed class EvaluationPages : IWebModule
{
    public int Order => 8;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddScoped<IRulebooks, CampaignRulebooks>();
        services.AddSingleton<IShippedRulebooks, ShippedRulebooks>();
        services.AddScoped<DossierParts>();
        services.AddScoped<MeetingParts>();
        services.AddScoped<IDemoPart, DemoCampaigns>();
        services.AddScoped<DemoFiler>();
        services.AddScoped<IDemoPart, DemoDossiers>();
        services.AddScoped<DemoRun>();
        services.AddScoped<IDemoPart, DemoReviewed>();
        services.AddScoped<IDemoPart, DemoReleased>();
        services.AddScoped<IDemoPart, DemoRulebooks>();
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
            new(
                NavigationGroup.Evaluation,
                20,
                EvaluationActs.ReadDossier,
                "nav.dossiers",
                Links.Dossiers.Index
            ),
            new(
                NavigationGroup.Evaluation,
                30,
                EvaluationActs.ReadReview,
                "nav.reviews",
                Links.Reviews.Index
            ),
            new(
                NavigationGroup.Rules,
                15,
                EvaluationActs.ReadRulebookDraft,
                "nav.rulebook-drafts",
                Links.RulebookDrafts.Index
            ),
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [
            SubjectPage.At(nameof(Campaign), Links.Campaigns.Details),
            SubjectPage.At(nameof(Dossier), Links.Dossiers.Details),
            SubjectPage.None(nameof(LateFiling)),
            SubjectPage.None(nameof(DossierReceipt)),
            SubjectPage.At(nameof(ReviewAssignment), Links.Reviews.Details),
            SubjectPage.None(nameof(ItemVerdict)),
            SubjectPage.At(nameof(RulebookDraft), Links.RulebookDrafts.Details),
            SubjectPage.At(nameof(PublishedRulebook), Links.Rulebooks.Announced),
            SubjectPage.At(nameof(CampaignResult), Links.Results.Details),
            SubjectPage.None(nameof(CommitteeSeat)),
            SubjectPage.At(nameof(CommitteeMeeting), Links.Committee.Meeting),
            SubjectPage.At(nameof(ReleasedCard), Links.Cards.Details),
            new(nameof(ViolationCase), (_, firm) => firm is { } of ? Links.Conduct.Firm(of) : null),
            new(
                nameof(CurrencyObligation),
                (_, firm) => firm is { } of ? Links.Conduct.Firm(of) : null
            ),
        ];

    public IEnumerable<NoticeLink> NoticeLinks =>
        [
            NoticeLink.To(DossierNotices.Submitted, Links.Dossiers.Details),
            NoticeLink.To(DossierNotices.Withdrawn, Links.Dossiers.Details),
            NoticeLink.To(DossierNotices.ByOffice, Links.Dossiers.Details),
            NoticeLink.To(DossierNotices.Late, Links.Campaigns.Details),
            NoticeLink.To(ReviewNotices.Given, Links.Reviews.Details),
            NoticeLink.To(ReviewNotices.GivenBack, Links.Reviews.Dossier),
            NoticeLink.To(ConductNotices.CaseEntered, Links.Conduct.Firm),
            NoticeLink.To(ConductNotices.CaseFinal, Links.Conduct.Firm),
            NoticeLink.To(ConductNotices.CaseClosed, Links.Conduct.Firm),
            NoticeLink.To(ConductNotices.Currency, Links.Conduct.Firm),
            .. Enum.GetValues<FinalStanding>()
                .Select(s => NoticeLink.To(ReleaseNotices.Of(s), Links.Cards.Details)),
            NoticeLink.To(RulebookNotices.Sent, Links.RulebookDrafts.Details),
            NoticeLink.To(RulebookNotices.Returned, Links.RulebookDrafts.Details),
            NoticeLink.To(RulebookNotices.Approved, Links.RulebookDrafts.Details),
            NoticeLink.To(RulebookNotices.Announced, Links.Rulebooks.Announced),
        ];

    public IEnumerable<ShownJobKind> JobKinds =>
        [ShownJobKind.On(TellFirmsOfRulebook.JobKind, Links.Rulebooks.Announced)];

    public IEnumerable<NewsKind> News =>
        [
            .. NewsKind.Of(
                EvaluationActs.ReadDossier,
                typeof(DossierBegun),
                typeof(DossierSubmitted),
                typeof(DossierTakenBack),
                typeof(DossierWithdrawn)
            ),
            .. NewsKind.Of(
                EvaluationActs.ReadRulebookDraft,
                typeof(RulebookDraftBegun),
                typeof(RulebookDraftSent),
                typeof(RulebookDraftTakenBack),
                typeof(RulebookDraftReturned),
                typeof(RulebookDraftDropped),
                typeof(RulebookPublished)
            ),
            .. NewsKind.Of(
                EvaluationActs.ReadCampaign,
                typeof(CampaignDrafted),
                typeof(CampaignEdited),
                typeof(CampaignDaysSet),
                typeof(CampaignPlacesSet),
                typeof(CampaignCalled),
                typeof(CampaignExtended),
                typeof(CampaignTakenBack),
                typeof(CampaignReviewBegun),
                typeof(CampaignFilingReopened),
                typeof(CampaignBeforeCommittee),
                typeof(CampaignReviewReopened),
                typeof(CampaignReleased)
            ),
        ];

    public IEnumerable<ValueTexts> Values =>
        [
            new("Campaign.State", "campaign.state."),
            new("Campaign.Within", "campaign.within."),
            new("Campaign.Review", "campaign.review."),
            new("Dossier.State", "dossier.state."),
            new("ItemReview.Decision", "review.decision."),
            new("ViolationCase.Kind", "compliance.kind."),
            new("ViolationCase.State", "compliance.state."),
            new("ItemReview.Reason", "review.reason."),
            new("ItemVerdict.Decision", "review.decision."),
            new("ItemVerdict.Reason", "review.reason."),
            new("RulebookDraft.State", "rulebook-draft.state."),
        ];
}
