using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>The documents by which a firm's registration was shown, the first one first; none for whom the firm is not to be seen.</summary>
public sealed class EnterpriseFiles(KarvanContext db)
{
    public Task<List<Attachment>> Of(Guid enterprise, CancellationToken cancellation = default) =>
        db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .Where(a => a.OwnerKind == nameof(Enterprise) && a.OwnerId == enterprise)
            .OrderBy(a => a.AddedAt)
            .ThenBy(a => a.Id)
            .ToListAsync(cancellation);
}
