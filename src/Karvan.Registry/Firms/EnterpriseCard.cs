using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>One firm with all its parts, if the asker may see it.</summary>
public sealed class EnterpriseCard(KarvanContext db)
{
    public Task<Enterprise?> Find(Guid id, CancellationToken cancellation = default) =>
        db
            .Enterprises.AsNoTracking()
            .WithParts()
            .SingleOrDefaultAsync(e => e.Id == id, cancellation);
}
