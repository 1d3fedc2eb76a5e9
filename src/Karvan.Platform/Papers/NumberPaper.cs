using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>
/// Gives a paper its number and day, typed or counted as its body has it, and fixes what is printed. Numbers of one body and
/// province are given one after the other: none twice, and none left out but those that were typed before.
/// </summary>
public sealed class NumberPaper(
    KarvanContext db,
    Changes changes,
    LetterheadShelf shelf,
    TimeProvider clock
)
{
    /// <param name="version">Of the paper when the form was opened.</param>
    /// <param name="number">The secretariat's; not asked where numbers are counted.</param>
    /// <param name="day">The secretariat's; papers that are counted are of today.</param>
    public async Task<Outcome<OfficialPaper, PaperRefusal>> Run(
        Guid id,
        int version,
        string? number,
        DateOnly? day,
        CancellationToken cancellation = default
    )
    {
        await using var turn = await PaperTurn.Take(db, changes, id, version, cancellation);
        if (turn.Paper is not { } paper)
        {
            return turn.Refusal;
        }
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        if (paper.State is not PaperState.Draft)
        {
            return PaperRefusal.NotDraft;
        }
        if (!DraftPaper.AreRight(paper.Sheet.Signatories))
        {
            return PaperRefusal.SignatoriesWrong;
        }
        if (await shelf.On(paper.Issuer, today, cancellation) is not { } head)
        {
            return PaperRefusal.NoLetterhead;
        }
        var given =
            head.Numbering is Numbering.Counted
                ? await Next(head, today, cancellation)
                : await Typed(paper, number, day, today, cancellation);
        if (!given.Done)
        {
            return given.Reasons.ToArray();
        }
        var sheet = paper.Sheet;
        paper.Fix(
            sheet with
            {
                Head = head.Head(sheet.Language),
            },
            given.Value.Number,
            given.Value.Day,
            given.Value.Ordinal
        );
        await turn.Commit(
            new PaperNumbered(paper.Subject, paper.Number!, given.Value.Day, paper.Fingerprint!),
            cancellation
        );
        return paper;
    }

    private async Task<Outcome<Given, PaperRefusal>> Typed(
        OfficialPaper paper,
        string? number,
        DateOnly? day,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var typed = PersianText.LatinDigits(number ?? "").Trim();
        var wrong = Refusals.Of(
            (typed.Length is 0 or > OfficialPaper.LongestNumber, PaperRefusal.NumberMissing),
            (day is null || day > today, PaperRefusal.DayWrong)
        );
        if (wrong.Length > 0 || day is not { } known)
        {
            return wrong;
        }
        return await IsTaken(paper.Issuer, SolarDate.Year(known), typed, cancellation)
            ? PaperRefusal.NumberTaken
            : new Given(typed, known, null);
    }

    private async Task<Outcome<Given, PaperRefusal>> Next(
        Letterhead head,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var year = SolarDate.Year(today);
        var last = await OfYear(head.Issuer, year).MaxAsync(p => p.Ordinal, cancellation) ?? 0;
        var first = SolarDate.Year(head.From) == year ? head.FirstNumber : 1;
        for (var next = Math.Max(last + 1, first); ; next++)
        {
            var number = NumberPattern.Fill(head.Pattern!, year, next);
            if (!await IsTaken(head.Issuer, year, number, cancellation))
            {
                return new Given(number, today, next);
            }
        }
    }

    private Task<bool> IsTaken(
        string issuer,
        int year,
        string number,
        CancellationToken cancellation
    )
    {
        var key = NumberPattern.KeyOf(number);
        return OfYear(issuer, year).AnyAsync(p => p.NumberKey == key, cancellation);
    }

    private IQueryable<OfficialPaper> OfYear(string issuer, int year) =>
        db
            .OfficialPapers.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(p => p.Issuer == issuer && p.Year == year);

    private readonly record struct Given(string Number, DateOnly Day, int? Ordinal);
}
