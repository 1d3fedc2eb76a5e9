using Karvan.Evidence.Items;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>An item with the files that it shows.</summary>
/// <param name="Files">By the file of the item.</param>
public sealed record ItemWithFiles(
    EvidenceItem Item,
    IReadOnlyList<(AttachedDocument Of, Attachment File)> Files
);

/// <summary>The items of a dossier, those that were removed left out, in the order in which they were added.</summary>
public sealed class DossierItems(KarvanContext db)
{
    public async Task<IReadOnlyList<ItemWithFiles>> Of(
        Guid dossier,
        CancellationToken cancellation = default
    )
    {
        var items = await db
            .EvidenceItems.AsNoTracking()
            .Include(i => i.Files)
            .Where(i => i.OwnerId == dossier && i.RemovedAt == null)
            .OrderBy(i => i.AddedAt)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellation);
        var shown = items
            .SelectMany(i => i.Files)
            .Where(f => f.TakenAwayAt is null)
            .Select(f => f.AttachmentId)
            .ToList();
        var files = await db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .Where(a => shown.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, cancellation);
        return
        [
            .. items.Select(i => new ItemWithFiles(
                i,
                [
                    .. i
                        .Files.Where(f => files.ContainsKey(f.AttachmentId))
                        .Where(f => f.TakenAwayAt is null)
                        .OrderBy(f => f.Id)
                        .Select(f => (f, files[f.AttachmentId])),
                ]
            )),
        ];
    }
}
