using Karvan.Platform.Events;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Committee;

public sealed record SeatGiven(Subject Subject) : DomainEvent(Subject);

public sealed record SeatEnded(Subject Subject) : DomainEvent(Subject);

public sealed record MeetingOpened(Subject Subject, int Number) : DomainEvent(Subject);

public sealed record AttendanceNoted(Subject Subject) : DomainEvent(Subject);

/// <summary>Who of those who are level gets the places was decided; who, is told by the release.</summary>
public sealed record TieDecided(Subject Subject) : DomainEvent(Subject);

/// <summary>The meeting ended, and the result was approved or not.</summary>
public sealed record MeetingClosed(Subject Subject, bool Approved) : DomainEvent(Subject);
