using Karvan.Platform.Persistence;

namespace Karvan.Platform.Deadlines;

/// <summary>A day by which something is to be done, or with which something ends.</summary>
/// <param name="Day">The last day in Tehran on which it is still in time.</param>
/// <param name="SubjectKind">Of the record that it is about, as in the record of changes.</param>
/// <param name="EnterpriseId">Whose it is, where it is a firm's: those who act for it are reminded.</param>
/// <param name="About">What people call the record: a number, a name.</param>
public sealed record Deadline(
    DateOnly Day,
    string SubjectKind,
    Guid SubjectId,
    Guid? EnterpriseId,
    string About
);

/// <summary>
/// A kind of deadline, as its module finds them: from the records that the context shows to whoever asks. Its words stand
/// with the texts of the module as <c>deadline.NAME</c>; when it is reminded of stands in the table <c>reminders.csv</c>
/// of the module.
/// </summary>
/// <param name="Name">Unique over all modules.</param>
/// <param name="Between">Those of two days and the days between them, in any order.</param>
public sealed record DeadlineKind(
    string Name,
    Func<KarvanContext, DateOnly, DateOnly, IQueryable<Deadline>> Between
);
