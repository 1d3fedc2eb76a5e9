using Karvan.Customs.Records;
using Karvan.Platform.Accounts;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What a firm is told about a line, or a declaration that it missed: <c>declaration</c> and <c>line</c>, and the expert's <c>remark</c>.</summary>
public static class LineNotices
{
    public static readonly NoticeKind Refused = new("line-letter.Refused");
    public static readonly NoticeKind Struck = new("line-letter.Struck");
    public static readonly NoticeKind Corrected = new("line-letter.Corrected");
    public static readonly NoticeKind Given = new("line-letter.Given");
    public static readonly NoticeKind Restored = new("line-letter.Restored");
    public static readonly NoticeKind MissingFound = new("line-letter.MissingFound");
    public static readonly NoticeKind MissingRefused = new("line-letter.MissingRefused");
}

/// <summary>What is decided about a line reaches everybody who acts for its firm, whether they had contested it or not.</summary>
public sealed class LineLetters(KarvanContext db, PostNotice notice)
    : IReact<LineObjectionRefused>,
        IReact<CustomsLineAdjusted>,
        IReact<MissingDeclarationAnswered>
{
    public async Task React(LineObjectionRefused happened, CancellationToken cancellation)
    {
        var objection =
            await db.LineObjections.FindAsync([happened.Subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{happened.Subject} is no objection.");
        await Tell(
            objection.Subject,
            LineNotices.Refused,
            (objection.Declaration, objection.LineNumber),
            objection.Remark,
            cancellation
        );
    }

    public async Task React(CustomsLineAdjusted happened, CancellationToken cancellation)
    {
        var made = happened.Adjustment;
        await Tell(
            made,
            happened switch
            {
                CustomsLineStruck => LineNotices.Struck,
                CustomsLineCorrected => LineNotices.Corrected,
                // In the other flow it is the same firm's still.
                CustomsLineMoved moved => moved.Elsewhere.Any(a => IsOf(a, made) && Holds(a))
                    ? LineNotices.Corrected
                    : LineNotices.Struck,
                _ => LineNotices.Restored,
            },
            cancellation
        );
        foreach (var other in happened.Elsewhere.Where(a => !IsOf(a, made)))
        {
            await Tell(other, Holds(other) ? LineNotices.Given : LineNotices.Struck, cancellation);
        }
    }

    private static bool IsOf(CustomsAdjustment one, CustomsAdjustment other) =>
        one.EnterpriseId == other.EnterpriseId;

    private static bool Holds(CustomsAdjustment made) => made.WithdrawnAt is null;

    private Task Tell(CustomsAdjustment made, NoticeKind kind, CancellationToken cancellation) =>
        Tell(
            made.Subject,
            kind,
            (made.Declaration, made.LineNumber),
            Holds(made) ? made.Reason : made.WithdrawnReason,
            cancellation
        );

    public Task React(MissingDeclarationAnswered happened, CancellationToken cancellation)
    {
        var report = happened.Report;
        return Tell(
            report.Subject,
            happened is MissingDeclarationFound
                ? LineNotices.MissingFound
                : LineNotices.MissingRefused,
            (report.Declaration, null),
            report.Remark,
            cancellation
        );
    }

    private async Task Tell(
        Subject subject,
        NoticeKind kind,
        (string Declaration, int? Line) at,
        string? reason,
        CancellationToken cancellation
    )
    {
        var readers = await db.PeopleOf(subject.EnterpriseId!.Value, claims: false, cancellation);
        foreach (var reader in readers)
        {
            notice.To(
                reader,
                kind,
                ("declaration", at.Declaration),
                ("line", at.Line),
                ("remark", reason),
                ("subject", subject)
            );
        }
    }
}
