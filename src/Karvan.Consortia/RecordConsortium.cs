using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Rules.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Consortia;

/// <summary>Puts a registered consortium on record.</summary>
public sealed class RecordConsortium(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Guid, ConsortiumRefusal>> Run(
        ConsortiumProfile profile,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(ConsortiaActs.RecordConsortium, cancellation);
        if (await db.Check(profile, null, clock, cancellation) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        var made = Consortium.Record(profile);
        db.Consortia.Add(made);
        try
        {
            await change.Commit(new ConsortiumRecorded(made.Subject), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ConsortiumRefusal.AlreadyRecorded;
        }
        return made.Id;
    }
}

/// <summary>Changes what is on record of a consortium, apart from its members.</summary>
public sealed class EditConsortium(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="version">Of the consortium when the form was opened.</param>
    public async Task<Outcome<Consortium, ConsortiumRefusal>> Run(
        Guid id,
        int version,
        ConsortiumProfile profile,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(ConsortiaActs.RecordConsortium, cancellation);
        var found = await db.Consortium(id, cancellation);
        if (found is null)
        {
            return ConsortiumRefusal.NotFound;
        }
        if (found.Version != version)
        {
            return ConsortiumRefusal.Stale;
        }
        if (await db.Check(profile, found, clock, cancellation) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        var before = found.Subject;
        found.Edit(profile);
        try
        {
            await change.Commit(new ConsortiumEdited(found.Subject, before), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ConsortiumRefusal.Stale;
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ConsortiumRefusal.AlreadyRecorded;
        }
        return found;
    }
}

/// <summary>Ends a consortium with its last day, and all memberships with it.</summary>
public sealed class DissolveConsortium(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Consortium, ConsortiumRefusal>> Run(
        Guid id,
        int version,
        DateOnly last,
        CancellationToken cancellation = default
    )
    {
        if (last > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
        {
            return ConsortiumRefusal.DayInFuture;
        }
        await using var change = await changes.Begin(ConsortiaActs.RecordConsortium, cancellation);
        var found = await db.Consortium(id, cancellation);
        if (found is null)
        {
            return ConsortiumRefusal.NotFound;
        }
        if (found.Version != version)
        {
            return ConsortiumRefusal.Stale;
        }
        if (found.Dissolve(last) is { } refusal)
        {
            return refusal;
        }
        try
        {
            await change.Commit(new ConsortiumDissolved(found.Subject), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ConsortiumRefusal.Stale;
        }
        return found;
    }
}

internal static class ConsortiumQueries
{
    /// <summary>One consortium with its members, if the asker may see it.</summary>
    public static Task<Consortium?> Consortium(
        this KarvanContext db,
        Guid id,
        CancellationToken cancellation
    ) => db.Consortia.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>What is wrong with a profile, by itself and beside others; all of it.</summary>
    public static async Task<ConsortiumRefusal[]> Check(
        this KarvanContext db,
        ConsortiumProfile profile,
        Consortium? now,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var groups = await db.Set<ProductGroup>()
            .Where(g => g.WithdrawnAt == null)
            .Select(g => g.Code)
            .ToListAsync(cancellation);
        var own =
            profile.EnterpriseId is { } firm && firm != now?.EnterpriseId
                ? await Own(db, firm, now, cancellation)
                : null;
        return Refusals.Of(
            (string.IsNullOrWhiteSpace(profile.NameFa), ConsortiumRefusal.NameMissing),
            (
                !ReferenceTable.Provinces.Contains(profile.Province),
                ConsortiumRefusal.ProvinceUnknown
            ),
            (
                string.IsNullOrWhiteSpace(profile.RegistrationNumber),
                ConsortiumRefusal.NumberMissing
            ),
            (
                profile.RegisteredOn > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime),
                ConsortiumRefusal.DayInFuture
            ),
            (now?.DissolvedOn < profile.RegisteredOn, ConsortiumRefusal.PeriodReversed),
            (
                // A group that has ended since stays where it is.
                profile.ProductGroups.Any(c =>
                    !groups.Contains(c, StringComparer.Ordinal)
                    && now?.Groups.Contains(c, StringComparer.Ordinal) != true
                ),
                ConsortiumRefusal.ProductGroupUnknown
            ),
            (own is not null, own.GetValueOrDefault())
        );
    }

    private static async Task<ConsortiumRefusal?> Own(
        KarvanContext db,
        Guid firm,
        Consortium? now,
        CancellationToken cancellation
    )
    {
        if (!await db.Enterprises.AnyAsync(e => e.Id == firm, cancellation))
        {
            return ConsortiumRefusal.FirmNotFound;
        }
        if (now?.Members.Any(m => m.EnterpriseId == firm) == true)
        {
            return ConsortiumRefusal.OwnFirm;
        }
        return await db
            .Consortia.IgnoreQueryFilters([QueryFilters.Seen])
            .AnyAsync(c => c.EnterpriseId == firm, cancellation)
            ? ConsortiumRefusal.FirmTaken
            : null;
    }
}
