using Karvan.Platform.Conversations;
using Karvan.Platform.Deadlines;

namespace Karvan.Registry.Firms;

/// <summary>Days by which firms are to answer.</summary>
public static class FirmDeadlines
{
    /// <summary>The last day for the answer to a question about a registration.</summary>
    public static readonly DeadlineKind AnswerDue = new(
        "firm-answer",
        (db, first, last) =>
            from question in db.Set<Question>()
            join firm in db.Set<Enterprise>() on question.AboutId equals firm.Id
            where
                question.AboutKind == nameof(Enterprise)
                && question.AnsweredAt == null
                && question.DueOn >= first
                && question.DueOn <= last
            select new Deadline(
                question.DueOn!.Value,
                nameof(Enterprise),
                firm.Id,
                firm.Id,
                firm.NameFa
            )
    );
}
