using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>Claims are settled by the expert of the firm's province: they move, with their documents, when the firm does.</summary>
public sealed class ClaimsFollow(KarvanContext db) : IReact<EnterpriseMoved>
{
    public async Task React(EnterpriseMoved happened, CancellationToken cancellation)
    {
        var firm = happened.Firm.Id;
        var claims = await db
            .FirmClaims.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(c => c.EnterpriseId == firm)
            .ToListAsync(cancellation);
        if (claims.Count == 0)
        {
            return;
        }
        claims.ForEach(c => c.Move(happened.Firm.Province));
        var ids = claims.ConvertAll(c => c.Id);
        var files = await db
            .Attachments.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(a => a.OwnerKind == nameof(FirmClaim) && ids.Contains(a.OwnerId))
            .ToListAsync(cancellation);
        files.ForEach(f => f.Move(happened.Firm.Province));
    }
}
