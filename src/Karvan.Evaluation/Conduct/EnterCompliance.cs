using Karvan.Evaluation.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Conduct;

/// <summary>Enters a case of a firm, from its indictment on (clause R7.1).</summary>
public sealed class EnterViolationCase(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<ViolationCase, ComplianceRefusal>> Run(
        Guid enterprise,
        CaseEntry entry,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wrong = Refusals.Of(
            (string.IsNullOrWhiteSpace(entry.Number), ComplianceRefusal.NoNumber),
            (entry.IndictedOn > TehranTime.DayOf(now), ComplianceRefusal.DayToCome),
            (string.IsNullOrWhiteSpace(entry.Source), ComplianceRefusal.NoSource)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.KeepCompliance, cancellation);
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (firm is null)
        {
            return ComplianceRefusal.NotFound;
        }
        var made = ViolationCase.Enter((firm.Id, firm.Province), entry, db.Author.Name, now);
        db.ViolationCases.Add(made);
        try
        {
            await change.Commit(new ViolationCaseEntered(made.Subject), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ComplianceRefusal.CaseKnown;
        }
        return made;
    }
}

/// <summary>Says how a case ended: confirmed for good, or closed.</summary>
public sealed class EndViolationCase(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<ViolationCase, ComplianceRefusal>> Run(
        Guid id,
        int version,
        CaseState state,
        DateOnly day,
        string? source,
        CancellationToken cancellation = default
    )
    {
        var wrong = Refusals.Of(
            (state is CaseState.Pending, ComplianceRefusal.NoEnd),
            (day > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime), ComplianceRefusal.DayToCome),
            (string.IsNullOrWhiteSpace(source), ComplianceRefusal.NoSource)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.KeepCompliance, cancellation);
        var found = await db.ViolationCases.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (found is null)
        {
            return ComplianceRefusal.NotFound;
        }
        if (found.Version != version)
        {
            return ComplianceRefusal.Stale;
        }
        if (found.End(state, day, source!) is { } refusal)
        {
            return refusal;
        }
        try
        {
            await change.Commit(new ViolationCaseEnded(found.Subject), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ComplianceRefusal.Stale;
        }
        return found;
    }
}

/// <summary>Enters how far a firm returned the currency of a year's exports (clauses R7.2, R4.1).</summary>
public sealed class EnterCurrencyObligation(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CurrencyObligation, ComplianceRefusal>> Run(
        Guid enterprise,
        ObligationEntry entry,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = TehranTime.DayOf(now);
        var wrong = Refusals.Of(
            (
                entry.Year < Texts.SolarCalendar.FirstYear || entry.Year >= SolarDate.Year(today),
                ComplianceRefusal.YearWrong
            ),
            (
                entry.Millionths is < 0 or > CurrencyObligation.Whole,
                ComplianceRefusal.RatioOutOfRange
            ),
            (entry.AsOf > today, ComplianceRefusal.DayToCome),
            (string.IsNullOrWhiteSpace(entry.Source), ComplianceRefusal.NoSource)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(EvaluationActs.KeepCompliance, cancellation);
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (firm is null)
        {
            return ComplianceRefusal.NotFound;
        }
        var earlier = await db
            .CurrencyObligations.Where(o =>
                o.EnterpriseId == firm.Id && o.SolarYear == entry.Year && o.ReplacedAt == null
            )
            .ToListAsync(cancellation);
        earlier.ForEach(o => o.Replace(now));
        try
        {
            // The earlier one goes first: one counts at a time.
            await db.SaveChangesAsync(cancellation);
            var made = CurrencyObligation.Enter(
                (firm.Id, firm.Province),
                entry,
                db.Author.Name,
                now
            );
            db.CurrencyObligations.Add(made);
            await change.Commit(new CurrencyObligationEntered(made.Subject), cancellation);
            return made;
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ComplianceRefusal.Stale;
        }
    }
}
