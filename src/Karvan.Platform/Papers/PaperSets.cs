using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>Tables of papers. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class PaperSets
{
    extension(KarvanContext db)
    {
        public DbSet<Letterhead> Letterheads => db.Set<Letterhead>();

        public DbSet<OfficialPaper> OfficialPapers => db.Set<OfficialPaper>();
    }
}
