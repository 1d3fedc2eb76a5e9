using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Reference;
using Karvan.Trade.Fields;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What a line is to say instead.</summary>
/// <param name="HsCode">6 to 12 digits.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record LineCorrection(
    DateOnly Day,
    string HsCode,
    string Country,
    long ValueCents,
    long WeightGrams
);

/// <summary>What an expert decides about a line.</summary>
/// <param name="Correction">Null: it is struck off.</param>
/// <param name="Objection">The objection that this upholds, if one, with its version.</param>
/// <param name="Over">The decision that stood about the line when this one was thought of: another in its place is not passed over unseen.</param>
public sealed record LineDecision(
    Guid Enterprise,
    Guid Import,
    LineKey Key,
    LineCorrection? Correction,
    string? Reason,
    (Guid Id, int Version)? Objection,
    Guid? Over
);

/// <summary>Corrects or strikes a customs line, with a reason and a file. The import stays as it is.</summary>
public sealed class AdjustLine(
    KarvanContext db,
    Changes changes,
    FirmTrade trade,
    StoreFile store,
    TimeProvider clock
)
{
    private const string Home = "IR";

    public async Task<Outcome<CustomsAdjustment, LineRefusal>> Run(
        LineDecision decision,
        ReceivedFile? proof,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(decision.Reason))
        {
            return LineRefusal.NoReason;
        }
        await using var change = await changes.Begin(CustomsActs.AdjustLine, cancellation);
        // Decisions have an order, and the line is looked at while nothing else is decided.
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == decision.Enterprise, cancellation);
        if (
            firm is null
            || await trade.Line(firm, decision.Import, decision.Key, cancellation) is not { } found
        )
        {
            return LineRefusal.NotFound;
        }
        if (found.Adjusted?.Id != decision.Over)
        {
            return LineRefusal.Stale;
        }
        var before = found.Said;
        var after = After(before, decision.Correction);
        if (Fault(after) is { } bad)
        {
            return bad;
        }
        if (after == before && found.At.State is LineState.Counted)
        {
            return LineRefusal.NothingCorrected;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        if (found.Adjusted is { } standing)
        {
            var earlier = await db.CustomsAdjustments.SingleAsync(
                a => a.Id == standing.Id,
                cancellation
            );
            earlier.Withdraw(null, now);
            await Snapshots.Flag(db, earlier.Id, now, cancellation);
        }
        var made = CustomsAdjustment.Make(
            await ImportNumbers.NextAdjustment(db, cancellation),
            before,
            after,
            decision.Reason.Trim(),
            new LineOwner(firm.Id, firm.Province),
            decision.Objection?.Id,
            db.Author.Name,
            now
        );
        db.CustomsAdjustments.Add(made);
        if (await Uphold(decision, now, cancellation) is { } refused)
        {
            db.ChangeTracker.Clear();
            return refused;
        }
        if (
            proof is not null
            && (await store.Run(proof, made.Subject, CustomsActs.ReadTrade, cancellation)).Refused
                is not null
        )
        {
            db.ChangeTracker.Clear();
            return LineRefusal.FileRefused;
        }
        try
        {
            await change.Commit(
                after is null ? new CustomsLineStruck(made) : new CustomsLineCorrected(made),
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return LineRefusal.Stale;
        }
        return made;
    }

    private static LedgerLine? After(LedgerLine before, LineCorrection? correction) =>
        correction is null
            ? null
            : before with
            {
                Day = correction.Day,
                HsCode = correction.HsCode,
                Country = correction.Country,
                ValueCents = correction.ValueCents,
                WeightGrams = correction.WeightGrams,
            };

    /// <summary>What a file's line would be refused for, a correction is too.</summary>
    private LineRefusal? Fault(LedgerLine? line) =>
        line is null ? null
        : line.Day > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime) ? LineRefusal.BadDay
        : line.HsCode.Length is not (6 or 8 or 10 or 12) || !line.HsCode.All(char.IsAsciiDigit)
            ? LineRefusal.BadHsCode
        : !ReferenceTable.Countries.Contains(line.Country) || (!line.Import && line.Country == Home)
            ? LineRefusal.BadCountry
        : line.ValueCents is < 0 or > NumberField.LargestAmount * 100 ? LineRefusal.BadValue
        : line.WeightGrams is < 0 or > NumberField.LargestAmount * 1000 ? LineRefusal.BadWeight
        : null;

    private async Task<LineRefusal?> Uphold(
        LineDecision decision,
        DateTime now,
        CancellationToken cancellation
    )
    {
        if (decision.Objection is not (var id, var version))
        {
            return null;
        }
        var objection = await db.LineObjections.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (objection is null || objection.EnterpriseId != decision.Enterprise)
        {
            return LineRefusal.NotFound;
        }
        if (objection.Version != version)
        {
            return LineRefusal.Stale;
        }
        var upheld = decision.Correction is null
            ? LineObjectionState.Struck
            : LineObjectionState.Corrected;
        return objection.Decide(upheld, decision.Reason, db.Author.Name, now)
            ? null
            : LineRefusal.NotOpen;
    }
}

/// <summary>Takes a decision about a line back: the line counts again as the file says it.</summary>
public sealed class WithdrawAdjustment(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CustomsAdjustment, LineRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return LineRefusal.NoReason;
        }
        await using var change = await changes.Begin(CustomsActs.AdjustLine, cancellation);
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var made = await db.CustomsAdjustments.SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (made is null)
        {
            return LineRefusal.NotFound;
        }
        if (made.Version != version)
        {
            return LineRefusal.Stale;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        if (!made.Withdraw(reason.Trim(), now))
        {
            return LineRefusal.NotInForce;
        }
        await Snapshots.Flag(db, id, now, cancellation);
        try
        {
            await change.Commit(new CustomsAdjustmentWithdrawn(made), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return LineRefusal.Stale;
        }
        return made;
    }
}
