using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>An expert of the province or of the Organization takes down an interview; there may be several.</summary>
public sealed class InterviewPromoter(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid id,
        Guid interviewer,
        string interviewerName,
        InterviewNote note,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var change = await changes.Begin(RegistryActs.InterviewPromoter, cancellation);
        var promoter = await db.FindPromoter(id, cancellation);
        if (promoter is null)
        {
            return PromoterRefusal.NotFound;
        }
        var begun = promoter.SubmittedAt is { } at ? TehranTime.DayOf(at) : DateOnly.MaxValue;
        if (Check(note, begun, TehranTime.DayOf(now)) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        if (promoter.Interview(interviewer, interviewerName, note, now) is { } refusal)
        {
            return refusal;
        }
        return
            await change.CommitOrStale(db, new PromoterInterviewed(promoter.Subject), cancellation)
                is { } late
            ? late
            : promoter;
    }

    /// <param name="begun">The day of the application: nobody is interviewed before it.</param>
    private static PromoterRefusal[] Check(InterviewNote note, DateOnly begun, DateOnly today) =>
        Refusals.Of(
            (note.HeldOn > today || note.HeldOn < begun, PromoterRefusal.DayWrong),
            (
                note.Findings.Select(f => f.Quality).Distinct().Count()
                    != Enum.GetValues<PromoterQuality>().Length
                    || note.Findings.Count != Enum.GetValues<PromoterQuality>().Length
                    || note.Findings.Any(f =>
                        !Enum.IsDefined(f.Quality) || !Enum.IsDefined(f.Judgement)
                    ),
                PromoterRefusal.JudgementMissing
            ),
            (string.IsNullOrWhiteSpace(note.Overall), PromoterRefusal.RemarkMissing),
            (
                SectionCheck.Longer<PromoterInterview>(
                    nameof(PromoterInterview.Overall),
                    note.Overall
                )
                    || note.Findings.Any(f =>
                        SectionCheck.Longer<InterviewFinding>(nameof(InterviewFinding.Note), f.Note)
                    ),
                PromoterRefusal.TooLong
            )
        );
}
