using Karvan.Platform.Persistence;
using Karvan.Registry.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Consortia;

/// <summary>A firm's membership of a registered consortium.</summary>
/// <param name="From">The first day on which the firm was a member and the consortium registered.</param>
/// <param name="To">The last such day; null while both last.</param>
public sealed record Membership(Guid ConsortiumId, string NameFa, DateOnly From, DateOnly? To);

/// <summary>
/// What memberships prove (clause R5.2). Whoever asks must have been allowed to see the firm; the consortia themselves they
/// need not see.
/// </summary>
public sealed class Memberships(KarvanContext db)
{
    /// <summary>Whether a firm was a member of a registered consortium on any day from one to another, both included.</summary>
    public async Task<bool> WasMemberDuring(
        Guid enterprise,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation = default
    ) => (await Of(enterprise, cancellation)).Any(m => Period.Meet(m.From, m.To, from, to));

    /// <summary>All of a firm's, the oldest first. Days before the consortium's legal registration do not count.</summary>
    public async Task<IReadOnlyList<Membership>> Of(
        Guid enterprise,
        CancellationToken cancellation = default
    )
    {
        var found = await (
            from consortium in db.Consortia.IgnoreQueryFilters([QueryFilters.Seen])
            from member in consortium.Members
            where member.EnterpriseId == enterprise
            select new
            {
                consortium.Id,
                consortium.NameFa,
                consortium.RegisteredOn,
                consortium.DissolvedOn,
                member.From,
                member.To,
            }
        ).ToListAsync(cancellation);
        return
        [
            .. found
                .Select(f => new Membership(
                    f.Id,
                    f.NameFa,
                    f.From > f.RegisteredOn ? f.From : f.RegisteredOn,
                    f.To is { } to && (f.DissolvedOn is null || to <= f.DissolvedOn)
                        ? to
                        : f.DissolvedOn
                ))
                .Where(m => m.To is null || m.From <= m.To)
                .OrderBy(m => m.From)
                .ThenBy(m => m.ConsortiumId),
        ];
    }
}
