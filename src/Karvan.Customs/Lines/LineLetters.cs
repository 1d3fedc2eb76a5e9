using Karvan.Customs.Records;
using Karvan.Platform.Accounts;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What a firm is told about a line: <c>declaration</c> and <c>line</c>, and the expert's <c>remark</c>.</summary>
public static class LineNotices
{
    public static readonly NoticeKind Refused = new("line-letter.Refused");
    public static readonly NoticeKind Struck = new("line-letter.Struck");
    public static readonly NoticeKind Corrected = new("line-letter.Corrected");
    public static readonly NoticeKind Restored = new("line-letter.Restored");
}

/// <summary>What is decided about a line reaches everybody who acts for its firm, whether they had contested it or not.</summary>
public sealed class LineLetters(KarvanContext db, PostNotice notice)
    : IReact<LineObjectionRefused>,
        IReact<CustomsLineAdjusted>
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

    public Task React(CustomsLineAdjusted happened, CancellationToken cancellation)
    {
        var made = happened.Adjustment;
        return Tell(
            made.Subject,
            happened switch
            {
                CustomsLineStruck => LineNotices.Struck,
                CustomsLineCorrected => LineNotices.Corrected,
                _ => LineNotices.Restored,
            },
            (made.Declaration, made.LineNumber),
            happened is CustomsAdjustmentWithdrawn ? made.WithdrawnReason : made.Reason,
            cancellation
        );
    }

    private async Task Tell(
        Subject subject,
        NoticeKind kind,
        (string Declaration, int Line) at,
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
