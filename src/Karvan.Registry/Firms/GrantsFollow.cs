using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>What the expert finds of a registration is found of those who act for the firm.</summary>
public sealed class GrantsFollow(KarvanContext db)
    : IReact<EnterpriseVerified>,
        IReact<EnterpriseRefused>
{
    public async Task React(EnterpriseVerified happened, CancellationToken cancellation) =>
        (await Of(happened.Subject.Id, cancellation)).ForEach(g => g.FindTrue());

    public async Task React(EnterpriseRefused happened, CancellationToken cancellation) =>
        (await Of(happened.Subject.Id, cancellation)).ForEach(g => g.Doubt());

    private Task<List<Grant>> Of(Guid? firm, CancellationToken cancellation) =>
        db
            .Grants.Where(g => g.EnterpriseId == firm && g.Role == Role.FirmUser)
            .ToListAsync(cancellation);
}
