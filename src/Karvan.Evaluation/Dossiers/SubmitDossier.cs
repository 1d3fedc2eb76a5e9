using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Intake;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Submits a dossier: from then on the body sees it, nobody changes it, and the firm holds a receipt of its content.</summary>
public sealed class SubmitDossier(
    KarvanContext db,
    DossierChanges dossiers,
    DossierItems items,
    ProvenItems proven,
    IntakeLog log,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    /// <param name="version">Of the dossier as its answers were checked.</param>
    /// <param name="declared">Whoever submits says that what it says is true.</param>
    public async Task<Outcome<DossierReceipt, DossierRefusal>> Run(
        Guid id,
        int version,
        bool declared,
        CancellationToken cancellation = default
    )
    {
        if (!declared)
        {
            return DossierRefusal.NotDeclared;
        }
        DossierReceipt? receipt = null;
        var done = await dossiers.Run(
            id,
            version,
            EvaluationActs.FileDossier,
            async (dossier, campaign) =>
            {
                if (dossier.State is not DossierState.Draft)
                {
                    return DossierRefusal.NotDraft;
                }
                var book =
                    rulebooks.Find(campaign.Rulebook)
                    ?? throw new InvalidOperationException($"{campaign.Rulebook} went away.");
                await proven.AddTo(dossier, book, cancellation);
                await db.SaveChangesAsync(cancellation);
                var said = await items.Of(dossier.Id, cancellation);
                if (DossierGaps.Of(book, said.Select(s => s.Item)).Count > 0)
                {
                    return DossierRefusal.Incomplete;
                }
                var content = DossierContent.Of(
                    dossier,
                    (await FirmNumbers.Of(db, dossier.EnterpriseId, cancellation)).Exporter,
                    campaign.RulebookHash,
                    said
                );
                receipt = await log.Append(
                    campaign.Id,
                    new FiledBy(dossier.Id, dossier.EnterpriseId, dossier.Province),
                    content,
                    cancellation
                );
                dossier.Submit(receipt.Number, receipt.By, clock.GetUtcNow().UtcDateTime);
                await db.TurnItems(dossier, cancellation);
                return null;
            },
            dossier => new DossierSubmitted(dossier.Subject, receipt!.Number, receipt.ContentHash),
            cancellation
        );
        return done.Refused is { } why ? why : receipt!;
    }
}
