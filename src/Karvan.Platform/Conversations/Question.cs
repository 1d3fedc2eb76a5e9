using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Platform.Conversations;

/// <summary>By when an answer is expected, and what that was counted by.</summary>
/// <param name="WorkingDays">How many were given; 1 or more.</param>
/// <param name="ListVersion">Of the list of holidays then: how often rows of it were added, edited or taken out.</param>
public sealed record DueDay(DateOnly Day, int WorkingDays, int ListVersion);

/// <summary>
/// What somebody of the bodies asked about a record, and the answer to it. Who may see the record sees both; they are
/// recorded with the changes of the record.
/// </summary>
public sealed class Question
{
    private Question() { }

    public Guid Id { get; private set; }

    /// <summary>The kind of record it is about, as in the record of changes.</summary>
    public string AboutKind { get; private set; } = "";

    public Guid AboutId { get; private set; }

    [Field("question.text", Longest = Lengths.Text, Rows = 3, Aside = true)]
    public string Text { get; private set; } = "";

    public string AskedBy { get; private set; } = "";
    public DateTime AskedAt { get; private set; }

    /// <summary>The last day in Tehran for the answer; null where none was set.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>How many working days were given.</summary>
    [Field("question.days", Hint = "question.days-hint", Length = FieldLength.Narrow, Aside = true)]
    public int? WorkingDays { get; private set; }

    /// <summary>By which version of the list of holidays the day was counted.</summary>
    public int? ListVersion { get; private set; }

    /// <summary>Null until it is answered, and where the record was changed without a word.</summary>
    [Field(
        "question.answer",
        Hint = "question.answer-hint",
        Longest = Lengths.Text,
        Rows = 4,
        Aside = true
    )]
    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>A file that came with the answer.</summary>
    public Guid? AttachmentId { get; private set; }

    internal static Question Ask(Subject about, string text, DueDay? due, string by, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AboutKind = about.Kind,
            AboutId =
                about.Id
                ?? throw new ArgumentException("A question is about a record.", nameof(about)),
            Text = text.Trim(),
            AskedBy = by,
            AskedAt = at,
            DueOn = due?.Day,
            WorkingDays = due?.WorkingDays,
            ListVersion = due?.ListVersion,
        };

    public void Reply(string? answer, Guid? attachment, string by, DateTime at) =>
        (Answer, AttachmentId, AnsweredBy, AnsweredAt) = (
            string.IsNullOrWhiteSpace(answer) ? null : answer.Trim(),
            attachment,
            by,
            at
        );

    /// <summary>The list of holidays was corrected. Whoever was told a day keeps it: it is never put earlier.</summary>
    public void CountAgain(DueDay due) =>
        (DueOn, ListVersion) = (due.Day > DueOn ? due.Day : DueOn, due.ListVersion);
}
