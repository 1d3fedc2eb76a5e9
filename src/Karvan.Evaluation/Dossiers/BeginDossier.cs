using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Begins a firm's dossier in a campaign; what this system proves by itself is among its items at once.</summary>
public sealed class BeginDossier(
    KarvanContext db,
    Changes changes,
    Eligibility eligibility,
    ProvenItems proven,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    /// <param name="group">Id among the rulebook's product groups; null for all goods.</param>
    /// <param name="byOffice">Whether the office puts it together for the firm; then it takes a reason.</param>
    public async Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid campaignId,
        Guid enterprise,
        string? group,
        bool byOffice = false,
        string? reason = null,
        CancellationToken cancellation = default
    )
    {
        var campaign = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == campaignId, cancellation);
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (campaign is null || firm is null)
        {
            return DossierRefusal.NotFound;
        }
        var book =
            rulebooks.Find(campaign.Rulebook)
            ?? throw new InvalidOperationException($"{campaign.Rulebook} went away.");
        var missing = (await eligibility.Of(campaign, firm, cancellation))
            .Select(e => e.Refusal)
            .OfType<DossierRefusal>();
        DossierRefusal[] wrong =
        [
            .. missing,
            .. Refusals.Of(
                (
                    group is not null && book.ProductGroups.All(g => g.Id != group),
                    DossierRefusal.GroupUnknown
                ),
                (
                    group is null && campaign.Within is RankedWithin.ProvinceAndGroup,
                    DossierRefusal.GroupMissing
                ),
                (byOffice && string.IsNullOrWhiteSpace(reason), DossierRefusal.NoReason)
            ),
        ];
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.FileDossier, cancellation);
        // Its call is not taken back meanwhile; late filing is allowed in a campaign at its reviews, too.
        if (!await db.Hold(campaign.Id, campaign.State, cancellation))
        {
            return DossierRefusal.Stale;
        }
        var made = Dossier.Begin(
            campaign.Id,
            (firm.Id, firm.Province),
            group,
            byOffice ? reason!.Trim() : null,
            db.Author.Name,
            clock.GetUtcNow().UtcDateTime
        );
        db.Dossiers.Add(made);
        await proven.AddTo(made, book, cancellation);
        try
        {
            await change.Commit(
                new DossierBegun(made.Subject, byOffice ? reason!.Trim() : null),
                cancellation
            );
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return DossierRefusal.AlreadyBegun;
        }
        return made;
    }
}

/// <summary>Chooses the product group in which a firm applies: it limits R1.2, and where ranking goes by group, the ranking.</summary>
public sealed class ChooseDossierGroup(DossierChanges dossiers, IRulebooks rulebooks)
{
    /// <param name="group">Null for all goods.</param>
    public Task<Outcome<Dossier, DossierRefusal>> Run(
        Guid id,
        int version,
        string? group,
        CancellationToken cancellation = default
    ) =>
        dossiers.Run(
            id,
            version,
            EvaluationActs.FileDossier,
            (dossier, campaign) =>
                Task.FromResult(
                    group is null && campaign.Within is RankedWithin.ProvinceAndGroup
                        ? DossierRefusal.GroupMissing
                    : group is not null
                    && rulebooks.Find(campaign.Rulebook)?.ProductGroups.Any(g => g.Id == group)
                        != true
                        ? DossierRefusal.GroupUnknown
                    : dossier.ChooseGroup(group)
                ),
            dossier => new DossierGroupChosen(dossier.Subject),
            cancellation
        );
}
