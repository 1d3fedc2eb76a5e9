using Karvan.Evaluation.Committee;
using Karvan.Web.Components.Records;

namespace Karvan.Web.Evaluation.Pages.Committee;

/// <summary>Meetings in words.</summary>
internal static class CommitteeTexts
{
    public static Status Of(CommitteeMeeting meeting)
    {
        var (state, kind) =
            meeting.ClosedAt is null ? ("Open", StatusKind.Going)
            : meeting.IsApproved ? ("Approved", StatusKind.Good)
            : ("NotApproved", StatusKind.Bad);
        return new Status($"committee.state.{state}", kind);
    }

    public static string Refused(CommitteeRefusal refusal) => $"committee.refused.{refusal}";
}
