using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Committee;

/// <summary>The tables of the committee.</summary>
public static class CommitteeSets
{
    extension(KarvanContext db)
    {
        public DbSet<CommitteeSeat> CommitteeSeats => db.Set<CommitteeSeat>();

        public DbSet<CommitteeMeeting> CommitteeMeetings => db.Set<CommitteeMeeting>();
    }
}
