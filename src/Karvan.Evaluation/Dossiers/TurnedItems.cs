using Karvan.Evidence.Items;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Items and their files follow the state of their dossier: who sees them depends on it.</summary>
internal static class TurnedItems
{
    /// <summary>Inside a change, after the dossier came to another state.</summary>
    public static async Task TurnItems(
        this KarvanContext db,
        Dossier dossier,
        CancellationToken cancellation
    )
    {
        var state = dossier.Owner.State;
        var all = await db
            .EvidenceItems.Where(i => i.OwnerId == dossier.Id)
            .ToListAsync(cancellation);
        all.ForEach(i => i.Turn(state));
        var ids = all.Select(i => i.Id).ToList();
        var files = await db
            .Attachments.Where(a => a.OwnerKind == nameof(EvidenceItem) && ids.Contains(a.OwnerId))
            .ToListAsync(cancellation);
        files.ForEach(f => f.Turn(state));
    }
}
