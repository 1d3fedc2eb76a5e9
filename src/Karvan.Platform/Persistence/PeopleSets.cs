using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>Tables of people and of what they may do. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class PeopleSets
{
    extension(KarvanContext db)
    {
        public DbSet<Grant> Grants => db.Set<Grant>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
