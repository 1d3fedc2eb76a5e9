using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>A firm that another one's page names.</summary>
/// <param name="Seen">Whether the asker may open it.</param>
/// <param name="On">The first day on which the successor went on.</param>
public sealed record RelatedFirm(Guid Id, string NameFa, DateOnly? On, bool Seen);

/// <summary>Who took over whom, around one firm that the asker may see.</summary>
public sealed class Successions(KarvanContext db)
{
    public async Task<(RelatedFirm? Successor, IReadOnlyList<RelatedFirm> Predecessors)> Around(
        Enterprise firm,
        CancellationToken cancellation = default
    )
    {
        var id = firm.Id;
        var heir = firm.SuccessorId;
        var related = await db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(e => e.Id == heir || e.SuccessorId == id)
            .OrderBy(e => e.SucceededOn)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                e.Id,
                e.NameFa,
                e.SucceededOn,
            })
            .ToListAsync(cancellation);
        if (related.Count == 0)
        {
            return (null, []);
        }
        var ids = related.ConvertAll(r => r.Id);
        var seen = (
            await db
                .Enterprises.Where(e => ids.Contains(e.Id))
                .Select(e => e.Id)
                .ToListAsync(cancellation)
        ).ToHashSet();
        return (
            related
                .Where(r => r.Id == heir)
                .Select(r => new RelatedFirm(r.Id, r.NameFa, firm.SucceededOn, seen.Contains(r.Id)))
                .FirstOrDefault(),
            [
                .. related
                    .Where(r => r.Id != heir)
                    .Select(r => new RelatedFirm(
                        r.Id,
                        r.NameFa,
                        r.SucceededOn,
                        seen.Contains(r.Id)
                    )),
            ]
        );
    }
}
