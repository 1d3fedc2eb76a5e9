using Karvan.Evidence.Authorization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Evaluation.Authorization;

/// <summary>Who may do what to campaigns and dossiers: document R is the trade side's.</summary>
public static class EvaluationActs
{
    /// <summary>The state of a campaign in which it is anybody's to read.</summary>
    public const string Called = "called";

    private const Body R = Body.TradePromotion;

    /// <summary>From its call on a campaign is anybody's to read; before, it is its secretary's.</summary>
    public static readonly Act ReadCampaign = new([
        Anybody with
        {
            While = [Called],
        },
        Staff(CommitteeSecretary, R),
        Staff(OrganizationExpert, R),
        Staff(Auditor),
        Staff(Administrator),
    ]);

    public static readonly Act RunCampaign = new([Staff(CommitteeSecretary, R)]);

    /// <summary>
    /// That there is a dossier, whose, and how far it has come. What it holds is evidence, which the firm alone sees until it
    /// is filed.
    /// </summary>
    public static readonly Act ReadDossier = new([
        Firm,
        Staff(ProvincialExpert, R),
        Staff(OrganizationExpert, R),
        Staff(CommitteeSecretary, R),
        Staff(Auditor),
    ]);

    /// <summary>A firm files for itself; the office files for those who hand in paper.</summary>
    public static readonly Act FileDossier = new([
        Firm,
        Staff(CommitteeSecretary, R) with
        {
            While = [EvidenceActs.ByOffice],
        },
    ]);

    public static readonly Act WithdrawDossier = new([Firm, Staff(CommitteeSecretary, R)]);

    /// <summary>Cases and currency obligations of a firm (R7): its own to read, so that what is wrong is told in time.</summary>
    public static readonly Act ReadCompliance = new([
        Firm,
        Staff(ProvincialExpert, R),
        Staff(OrganizationExpert, R),
        Staff(CommitteeSecretary, R),
        Staff(Auditor),
    ]);

    public static readonly Act KeepCompliance = new([
        Staff(ProvincialExpert, R),
        Staff(CommitteeSecretary, R),
    ]);

    /// <summary>Who reviews which dossier.</summary>
    public static readonly Act AssignReview = new([Staff(CommitteeSecretary, R)]);

    /// <summary>Reviewers see what they were given; who runs the campaign, and auditors, see all.</summary>
    public static readonly Act ReadReview = new([
        new Permit(Reviewer, R, Reach.OwnPerson),
        Staff(CommitteeSecretary, R),
        Staff(Auditor),
    ])
    {
        OpensFilesOf = [R],
    };

    /// <summary>Decides on the items of a dossier that somebody was given.</summary>
    public static readonly Act Review = new([new Permit(Reviewer, R, Reach.OwnPerson)]);

    /// <summary>What was decided about items, before anybody else is told.</summary>
    public static readonly Act ReadVerdict = new([Staff(CommitteeSecretary, R), Staff(Auditor)]);

    public static readonly Act SettleReview = new([Staff(CommitteeSecretary, R)]);

    /// <summary>What was computed, before anybody else is told.</summary>
    public static readonly Act ReadResult = new([Staff(CommitteeSecretary, R), Staff(Auditor)]);

    public static readonly Act ComputeResult = new([Staff(CommitteeSecretary, R)]);

    /// <summary>Seats and meetings of the committee; what it decides is told by the release.</summary>
    public static readonly Act ReadCommittee = new([Staff(CommitteeSecretary, R), Staff(Auditor)]);

    public static readonly Act KeepCommittee = new([Staff(CommitteeSecretary, R)]);

    public static readonly Act ReleaseResult = new([Staff(CommitteeSecretary, R)]);

    /// <summary>A score card: it is there from the release on, and then its firm's and the body's.</summary>
    public static readonly Act ReadCard = new([
        Firm,
        Staff(ProvincialExpert, R),
        Staff(OrganizationExpert, R),
        Staff(CommitteeSecretary, R),
        Staff(Auditor),
    ]);

    /// <summary>What is published is anybody's; what is being written is the officers' of the whole country.</summary>
    public static readonly Act ReadRulebookDraft = new([
        Staff(OrganizationExpert, R),
        Staff(CommitteeSecretary, R),
        Staff(Administrator),
        Staff(Auditor),
    ]);

    public static readonly Act DraftRulebook = new([
        Staff(OrganizationExpert, R),
        Staff(CommitteeSecretary, R),
        Staff(Administrator),
    ]);

    /// <summary>Approves what somebody else drafted, or gives it back.</summary>
    public static readonly Act PublishRulebook = new([
        Staff(OrganizationExpert, R),
        Staff(CommitteeSecretary, R),
        Staff(Administrator),
    ]);

    /// <summary>One firm files after the last day of all.</summary>
    public static readonly Act AllowLateFiling = new([Staff(CommitteeSecretary, R)]);
}
