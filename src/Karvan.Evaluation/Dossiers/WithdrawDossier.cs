using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Takes a dossier out of a campaign. The firm may at any time; the office says why.</summary>
public sealed class WithdrawDossier(DossierChanges dossiers, CurrentActor actor)
{
    public Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        dossiers.Run(
            id,
            version,
            EvaluationActs.WithdrawDossier,
            (dossier, _) =>
                Task.FromResult(
                    string.IsNullOrWhiteSpace(reason) && !IsFirms(dossier)
                        ? DossierRefusal.NoReason
                        : dossier.Withdraw(
                            string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                            byOffice: !IsFirms(dossier)
                        )
                ),
            dossier => new DossierWithdrawn(dossier.Subject, dossier.WithdrawalReason),
            cancellation,
            anyTime: true
        );

    private bool IsFirms(Dossier dossier) => actor.Value.ActingFor == dossier.EnterpriseId;
}

/// <summary>Makes a submitted or withdrawn dossier a draft again, while its firm may still file.</summary>
public sealed class TakeBackDossier(
    KarvanContext db,
    DossierChanges dossiers,
    IBegunReviews reviews,
    CurrentActor actor
)
{
    public Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        dossiers.Run(
            id,
            version,
            EvaluationActs.FileDossier,
            async (dossier, campaign) =>
            {
                // Held, so that no reviewer opens it meanwhile: what they decide on does not change.
                if (!await db.Hold(campaign.Id, campaign.State, cancellation))
                {
                    return DossierRefusal.Stale;
                }
                if (await reviews.AnyOf(dossier.Id, cancellation))
                {
                    return DossierRefusal.UnderReview;
                }
                if (dossier.TakeBack(actor.Value.ActingFor != dossier.EnterpriseId) is { } refusal)
                {
                    return refusal;
                }
                await db.TurnItems(dossier, cancellation);
                return null;
            },
            dossier => new DossierTakenBack(dossier.Subject),
            cancellation
        );
}
