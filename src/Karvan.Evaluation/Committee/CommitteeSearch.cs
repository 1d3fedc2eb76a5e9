using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>Finds seats and meetings among those the asker may see.</summary>
public sealed class CommitteeSearch(KarvanContext db)
{
    /// <summary>All of a campaign, ended ones too, the chair first.</summary>
    public async Task<IReadOnlyList<CommitteeSeat>> Seats(
        Guid campaign,
        CancellationToken cancellation = default
    ) =>
        await db
            .CommitteeSeats.AsNoTracking()
            .Where(s => s.CampaignId == campaign)
            .OrderByDescending(s => s.Chairs)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellation);

    /// <summary>Of a campaign, the newest first.</summary>
    public async Task<IReadOnlyList<CommitteeMeeting>> Meetings(
        Guid campaign,
        CancellationToken cancellation = default
    ) =>
        await db
            .CommitteeMeetings.AsNoTracking()
            .Include(m => m.Attendance)
            .Include(m => m.Ties)
            .Where(m => m.CampaignId == campaign)
            .OrderByDescending(m => m.Number)
            .ToListAsync(cancellation);

    public Task<CommitteeMeeting?> One(Guid id, CancellationToken cancellation = default) =>
        db
            .CommitteeMeetings.AsNoTracking()
            .Include(m => m.Attendance)
            .Include(m => m.Ties)
            .SingleOrDefaultAsync(m => m.Id == id, cancellation);
}
