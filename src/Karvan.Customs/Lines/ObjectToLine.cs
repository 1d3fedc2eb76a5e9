using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>Why a line is not contested, corrected or struck.</summary>
public enum LineRefusal
{
    /// <summary>The firm, its line or the objection is not there, or not the asker's to see.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NoReason,

    /// <summary>The firm has an open objection to this line.</summary>
    AlreadyObjected,

    /// <summary>It was decided, or taken back.</summary>
    NotOpen,

    /// <summary>A correction that says what the file says.</summary>
    NothingCorrected,

    BadDay,
    BadHsCode,
    BadCountry,
    BadValue,
    BadWeight,

    /// <summary>No firm that the asker may decide about has this number.</summary>
    NoSuchFirm,

    /// <summary>Where it is to count, a line with the same declaration and number stands already.</summary>
    KeyTaken,

    /// <summary>It counts here by a decision already; that one is to be taken back first.</summary>
    IsMoved,

    /// <summary>The decision is about a firm of another province too, which the asker does not reach.</summary>
    OtherProvince,

    /// <summary>It was taken back already.</summary>
    NotInForce,

    /// <summary>The file that was to prove it is not taken.</summary>
    FileRefused,
}

/// <summary>A firm says that a line is wrong, with a reason and perhaps a file; the expert of its province decides.</summary>
public sealed class ObjectToLine(
    KarvanContext db,
    Changes changes,
    FirmTrade trade,
    StoreFile store,
    TimeProvider clock
)
{
    public async Task<Outcome<LineObjection, LineRefusal>> Run(
        Guid enterprise,
        Guid import,
        LineKey key,
        LineObjectionGround ground,
        string? reason,
        ReceivedFile? proof,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return LineRefusal.NoReason;
        }
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (firm is null || await trade.Line(firm, import, key, cancellation) is not { } line)
        {
            return LineRefusal.NotFound;
        }
        await using var change = await changes.Begin(CustomsActs.ObjectToLine, cancellation);
        var objection = LineObjection.Ask(
            new LineOwner(firm.Id, firm.Province),
            import,
            line.At.Line,
            ground,
            reason.Trim(),
            db.Author.Name,
            clock.GetUtcNow().UtcDateTime
        );
        db.LineObjections.Add(objection);
        if (
            proof is not null
            && (
                await store.Run(proof, objection.Subject, CustomsActs.ReadTrade, cancellation)
            ).Refused
                is not null
        )
        {
            db.ChangeTracker.Clear();
            return LineRefusal.FileRefused;
        }
        try
        {
            await change.Commit(new LineObjectionMade(objection.Subject), cancellation);
        }
        catch (DbUpdateException fault) when (UniqueViolation.Is(fault))
        {
            db.ChangeTracker.Clear();
            return LineRefusal.AlreadyObjected;
        }
        return objection;
    }
}

/// <summary>A firm takes its objection back.</summary>
public sealed class TakeBackLineObjection(KarvanContext db, Changes changes, TimeProvider clock)
{
    public Task<Outcome<LineObjection, LineRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        LineObjectionDecision.Run(
            db,
            changes,
            clock,
            id,
            version,
            LineObjectionState.TakenBack,
            null,
            CustomsActs.ObjectToLine,
            objection => new LineObjectionTakenBack(objection.Subject),
            cancellation
        );
}

/// <summary>The expert lets the line stand, and says why.</summary>
public sealed class RefuseLineObjection(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<LineObjection, LineRefusal>> Run(
        Guid id,
        int version,
        string? remark,
        CancellationToken cancellation = default
    ) =>
        string.IsNullOrWhiteSpace(remark)
            ? LineRefusal.NoReason
            : await LineObjectionDecision.Run(
                db,
                changes,
                clock,
                id,
                version,
                LineObjectionState.Refused,
                remark.Trim(),
                CustomsActs.AdjustLine,
                objection => new LineObjectionRefused(objection.Subject),
                cancellation
            );
}

internal static class LineObjectionDecision
{
    public static async Task<Outcome<LineObjection, LineRefusal>> Run(
        KarvanContext db,
        Changes changes,
        TimeProvider clock,
        Guid id,
        int version,
        LineObjectionState decision,
        string? remark,
        Act act,
        Func<LineObjection, DomainEvent> happened,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(act, cancellation);
        var objection = await db.LineObjections.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (objection is null)
        {
            return LineRefusal.NotFound;
        }
        if (objection.Version != version)
        {
            return LineRefusal.Stale;
        }
        if (!objection.Decide(decision, remark, db.Author.Name, clock.GetUtcNow().UtcDateTime))
        {
            return LineRefusal.NotOpen;
        }
        try
        {
            await change.Commit(happened(objection), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return LineRefusal.Stale;
        }
        return objection;
    }
}
