using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Consortia;

/// <summary>A firm becomes a member from a day on. It may be in several consortia (clause S.d), in each once at a time.</summary>
public sealed class AddMember(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Consortium, ConsortiumRefusal>> Run(
        Guid id,
        Guid enterprise,
        DateOnly from,
        CancellationToken cancellation = default
    )
    {
        if (from > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
        {
            return ConsortiumRefusal.DayInFuture;
        }
        await using var change = await changes.Begin(ConsortiaActs.RecordConsortium, cancellation);
        var found = await db.Locked(id, cancellation);
        if (found is null)
        {
            return ConsortiumRefusal.NotFound;
        }
        var name = await db
            .Enterprises.Where(e => e.Id == enterprise)
            .Select(e => e.NameFa)
            .SingleOrDefaultAsync(cancellation);
        if (name is null)
        {
            return ConsortiumRefusal.FirmNotFound;
        }
        if (found.Join(enterprise, from) is { } refusal)
        {
            return refusal;
        }
        await change.Commit(new MemberAdded(found.Subject, name), cancellation);
        return found;
    }
}

/// <summary>A membership ends with its last day.</summary>
public sealed class EndMembership(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Consortium, ConsortiumRefusal>> Run(
        Guid id,
        Guid member,
        DateOnly last,
        CancellationToken cancellation = default
    )
    {
        if (last > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
        {
            return ConsortiumRefusal.DayInFuture;
        }
        await using var change = await changes.Begin(ConsortiaActs.RecordConsortium, cancellation);
        var found = await db.Locked(id, cancellation);
        if (found is null)
        {
            return ConsortiumRefusal.NotFound;
        }
        if (found.Leave(member, last) is { } refusal)
        {
            return refusal;
        }
        await change.Commit(
            new MembershipEnded(found.Subject, await db.NameOf(found, member, cancellation)),
            cancellation
        );
        return found;
    }
}

/// <summary>Takes a membership off the record that never was one, with the reason.</summary>
public sealed class RemoveMember(KarvanContext db, Changes changes)
{
    public async Task<Outcome<Consortium, ConsortiumRefusal>> Run(
        Guid id,
        Guid member,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ConsortiumRefusal.NoReason;
        }
        await using var change = await changes.Begin(ConsortiaActs.RecordConsortium, cancellation);
        var found = await db.Locked(id, cancellation);
        if (found is null)
        {
            return ConsortiumRefusal.NotFound;
        }
        var name = await db.NameOf(found, member, cancellation);
        if (found.Remove(member) is { } refusal)
        {
            return refusal;
        }
        await change.Commit(new MemberRemoved(found.Subject, name, reason.Trim()), cancellation);
        return found;
    }
}

internal static class MembershipQueries
{
    /// <summary>
    /// A consortium whose row is held until the change is over: of two experts who add the same member at once, the second
    /// one sees what the first one did.
    /// </summary>
    public static async Task<Consortium?> Locked(
        this KarvanContext db,
        Guid id,
        CancellationToken cancellation
    )
    {
        var held = await db
            .Consortia.Where(c => c.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Version, c => c.Version),
                cancellation
            );
        return held == 0 ? null : await db.Consortium(id, cancellation);
    }

    public static Task<string?> NameOf(
        this KarvanContext db,
        Consortium consortium,
        Guid member,
        CancellationToken cancellation
    )
    {
        var firm = consortium.Members.FirstOrDefault(m => m.Id == member)?.EnterpriseId;
        return db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(e => e.Id == firm)
            .Select(e => (string?)e.NameFa)
            .SingleOrDefaultAsync(cancellation);
    }
}
