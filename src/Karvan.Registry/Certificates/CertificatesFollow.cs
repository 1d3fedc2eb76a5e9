using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>Certificates are checked by the expert of the firm's province: they move when the firm does.</summary>
public sealed class CertificatesFollow(KarvanContext db) : IReact<EnterpriseMoved>
{
    public async Task React(EnterpriseMoved happened, CancellationToken cancellation)
    {
        var firm = happened.Firm.Id;
        var certificates = await db
            .EraCertificates.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(c => c.EnterpriseId == firm)
            .ToListAsync(cancellation);
        certificates.ForEach(c => c.Move(happened.Firm.Province));
    }
}
