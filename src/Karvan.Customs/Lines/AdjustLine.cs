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
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What a line is to say instead.</summary>
/// <param name="HsCode">6 to 12 digits.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Import">Null where the flow stays.</param>
/// <param name="Owner">A number of the registered firm whose line it is; null where it stays.</param>
public sealed record LineCorrection(
    DateOnly Day,
    string HsCode,
    string Country,
    long ValueCents,
    long WeightGrams,
    bool? Import = null,
    string? Owner = null
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
    MovedLines moved,
    StoreFile store,
    TimeProvider clock
)
{
    public async Task<Outcome<CustomsAdjustment, LineRefusal>> Run(
        LineDecision decision,
        ReceivedFile? proof,
        CancellationToken cancellation = default
    )
    {
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
        var wrong = new List<LineRefusal>(Faults(after));
        if (string.IsNullOrWhiteSpace(decision.Reason))
        {
            wrong.Add(LineRefusal.NoReason);
        }
        var moves = after is not null && new LineAdjustment(default, before, after).Moves;
        var owner = firm;
        if (moves)
        {
            var (refusal, of) = await moved.Owner(firm, found, after!, cancellation);
            if (of is null)
            {
                wrong.Add(refusal);
            }
            owner = of ?? firm;
        }
        if (wrong.Count > 0)
        {
            return wrong.ToArray();
        }
        if (after == before && found.At.State is LineState.Counted)
        {
            return LineRefusal.NothingCorrected;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var elsewhere = new List<CustomsAdjustment>();
        if (found.Adjusted is { } standing)
        {
            var earlier = await db.CustomsAdjustments.SingleAsync(
                a => a.Id == standing.Id,
                cancellation
            );
            if (earlier.CounterpartId is { } counterpart)
            {
                if (await MovedLines.Reached(db, counterpart, cancellation) is not { } other)
                {
                    return LineRefusal.OtherProvince;
                }
                elsewhere.Add(other);
            }
            foreach (var gone in elsewhere.Prepend(earlier))
            {
                gone.Withdraw(null, now);
                await Snapshots.Flag(db, gone.Id, now, cancellation);
            }
        }
        var sequence = await ImportNumbers.NextAdjustment(db, cancellation);
        var made = CustomsAdjustment.Make(
            sequence,
            before,
            moves ? null : after,
            decision.Reason!.Trim(),
            new LineOwner(firm.Id, firm.Province),
            decision.Objection?.Id,
            db.Author.Name,
            now
        );
        db.CustomsAdjustments.Add(made);
        if (moves)
        {
            var there = CustomsAdjustment.Make(
                sequence + 1,
                before,
                after,
                decision.Reason!.Trim(),
                new LineOwner(owner.Id, owner.Province),
                null,
                db.Author.Name,
                now,
                under: after
            );
            CustomsAdjustment.Join(made, there);
            db.CustomsAdjustments.Add(there);
            elsewhere.Add(there);
        }
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
                moves ? new CustomsLineMoved(made, elsewhere)
                    : after is null ? new CustomsLineStruck(made, elsewhere)
                    : new CustomsLineCorrected(made, elsewhere),
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

    /// <summary>The line as the correction has it.</summary>
    public static LedgerLine? After(LedgerLine before, LineCorrection? correction) =>
        correction is null
            ? null
            : before with
            {
                Day = correction.Day,
                HsCode = correction.HsCode,
                Country = correction.Country,
                ValueCents = correction.ValueCents,
                WeightGrams = correction.WeightGrams,
                Import = correction.Import ?? before.Import,
                Exporter = correction.Owner is { Length: > 0 } owner
                    ? PersianText.LatinDigits(owner).Trim()
                    : before.Exporter,
            };

    /// <summary>What a file's line would be refused for, a correction is too.</summary>
    private LineRefusal[] Faults(LedgerLine? line) =>
        line is null
            ? []
            : Refusals.Of(
                (
                    !LineFields.HasCome(line.Day, TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)),
                    LineRefusal.BadDay
                ),
                (!LineFields.IsHsCode(line.HsCode), LineRefusal.BadHsCode),
                (!LineFields.IsCountry(line.Country, line.Import), LineRefusal.BadCountry),
                (!LineFields.IsValue(line.ValueCents), LineRefusal.BadValue),
                (!LineFields.IsWeight(line.WeightGrams), LineRefusal.BadWeight)
            );

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
