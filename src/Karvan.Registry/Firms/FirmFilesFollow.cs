using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>Files of a firm's own records are seen by the experts of its province: they move when the firm does.</summary>
public sealed class FirmFilesFollow(KarvanContext db) : IReact<EnterpriseMoved>
{
    public async Task React(EnterpriseMoved happened, CancellationToken cancellation)
    {
        var firm = happened.Firm.Id;
        string[] acts = [RegistryActs.ReadEnterprise.Name, RegistryActs.ReadEraCertificate.Name];
        var files = await db
            .Attachments.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(a => a.EnterpriseId == firm && acts.Contains(a.ReadAct))
            .ToListAsync(cancellation);
        files.ForEach(f => f.Move(happened.Firm.Province));
    }
}
