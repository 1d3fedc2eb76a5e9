using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>Why a declaration is not reported as missing, or not answered.</summary>
public enum MissingRefusal
{
    /// <summary>The firm or the report is not there, or not the asker's to see.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    NoNumber,
    NoOffice,

    /// <summary>Without the declaration itself nobody can look for it.</summary>
    NoFile,

    BadDay,
    BadHsCode,
    BadCountry,
    BadValue,
    BadWeight,

    /// <summary>Lines of this declaration are among the firm's already: what is wrong with them is an objection.</summary>
    AlreadyThere,

    /// <summary>The firm has reported it, and has no answer yet.</summary>
    AlreadyReported,

    /// <summary>The expert says in words where it is, or why nothing is done.</summary>
    NoRemark,

    /// <summary>It was answered, or taken back.</summary>
    NotOpen,

    FileRefused,
}

/// <summary>A firm reports a declaration of its own that is not among its lines, with the declaration as a file.</summary>
public sealed class ReportMissingDeclaration(
    KarvanContext db,
    Changes changes,
    FirmTrade trade,
    StoreFile store,
    TimeProvider clock
)
{
    public async Task<Outcome<MissingDeclaration, MissingRefusal>> Run(
        Guid enterprise,
        DeclaredGoods goods,
        string? reason,
        ReceivedFile? proof,
        CancellationToken cancellation = default
    )
    {
        goods = goods with
        {
            Declaration = Spelled(goods.Declaration),
            Office = goods.Office.Trim(),
            HsCode = PersianText.LatinDigits(goods.HsCode).Trim(),
        };
        var now = clock.GetUtcNow().UtcDateTime;
        var wrong = Faults(goods, proof, TehranTime.DayOf(now));
        if (wrong.Length > 0)
        {
            return wrong;
        }
        var firm = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == enterprise, cancellation);
        if (firm is null)
        {
            return MissingRefusal.NotFound;
        }
        if ((await trade.Of(firm, goods.Import, goods.Declaration, cancellation)).Count > 0)
        {
            return MissingRefusal.AlreadyThere;
        }
        await using var change = await changes.Begin(
            CustomsActs.ReportMissingDeclaration,
            cancellation
        );
        var report = MissingDeclaration.Report(
            new LineOwner(firm.Id, firm.Province),
            goods,
            string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            db.Author.Name,
            now
        );
        db.MissingDeclarations.Add(report);
        if (
            (await store.Run(proof!, report.Subject, CustomsActs.ReadTrade, cancellation)).Refused
            is not null
        )
        {
            db.ChangeTracker.Clear();
            return MissingRefusal.FileRefused;
        }
        try
        {
            await change.Commit(new MissingDeclarationReported(report.Subject), cancellation);
        }
        catch (DbUpdateException fault) when (UniqueViolation.Is(fault))
        {
            db.ChangeTracker.Clear();
            return MissingRefusal.AlreadyReported;
        }
        return report;
    }

    /// <summary>As the engine spells the numbers of a file, so that the one is found beside the other.</summary>
    private static string Spelled(string typed) =>
        PersianText.LatinDigits(typed).Trim().ToUpperInvariant();

    private static MissingRefusal[] Faults(
        DeclaredGoods goods,
        ReceivedFile? proof,
        DateOnly today
    ) =>
        Refusals.Of(
            (
                goods.Declaration.Length is 0 or > MissingDeclaration.LongestNumber,
                MissingRefusal.NoNumber
            ),
            (goods.Office.Length == 0, MissingRefusal.NoOffice),
            (!LineFields.HasCome(goods.Day, today), MissingRefusal.BadDay),
            (!LineFields.IsHsCode(goods.HsCode), MissingRefusal.BadHsCode),
            (!LineFields.IsCountry(goods.Country, goods.Import), MissingRefusal.BadCountry),
            (!LineFields.IsValue(goods.ValueCents), MissingRefusal.BadValue),
            (
                goods.WeightGrams is { } grams && !LineFields.IsWeight(grams),
                MissingRefusal.BadWeight
            ),
            (proof is null, MissingRefusal.NoFile)
        );
}

/// <summary>A firm takes back what it reported: it found the declaration itself, or was wrong.</summary>
public sealed class TakeBackMissingDeclaration(
    KarvanContext db,
    Changes changes,
    TimeProvider clock
)
{
    public Task<Outcome<MissingDeclaration, MissingRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        new MissingAnswer(db, changes, clock).Run(
            id,
            version,
            MissingDeclarationState.TakenBack,
            null,
            cancellation
        );
}

/// <summary>The expert says where a missing declaration is, or that nothing is done about it, and why.</summary>
public sealed class AnswerMissingDeclaration(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<MissingDeclaration, MissingRefusal>> Run(
        Guid id,
        int version,
        bool found,
        string? remark,
        CancellationToken cancellation = default
    ) =>
        string.IsNullOrWhiteSpace(remark)
            ? MissingRefusal.NoRemark
            : await new MissingAnswer(db, changes, clock).Run(
                id,
                version,
                found ? MissingDeclarationState.Found : MissingDeclarationState.Refused,
                remark.Trim(),
                cancellation
            );
}

internal sealed class MissingAnswer(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<MissingDeclaration, MissingRefusal>> Run(
        Guid id,
        int version,
        MissingDeclarationState decision,
        string? remark,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(
            decision is MissingDeclarationState.TakenBack
                ? CustomsActs.ReportMissingDeclaration
                : CustomsActs.DecideMissingDeclaration,
            cancellation
        );
        var report = await db.MissingDeclarations.SingleOrDefaultAsync(
            m => m.Id == id,
            cancellation
        );
        if (report is null)
        {
            return MissingRefusal.NotFound;
        }
        if (report.Version != version)
        {
            return MissingRefusal.Stale;
        }
        if (!report.Decide(decision, remark, db.Author.Name, clock.GetUtcNow().UtcDateTime))
        {
            return MissingRefusal.NotOpen;
        }
        DomainEvent happened = decision switch
        {
            MissingDeclarationState.Found => new MissingDeclarationFound(report),
            MissingDeclarationState.Refused => new MissingDeclarationRefused(report),
            _ => new MissingDeclarationTakenBack(report.Subject),
        };
        try
        {
            await change.Commit(happened, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return MissingRefusal.Stale;
        }
        return report;
    }
}
