using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Files;

/// <summary>Tables of files. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class FileSets
{
    extension(KarvanContext db)
    {
        public DbSet<StoredContent> StoredContents => db.Set<StoredContent>();

        public DbSet<Attachment> Attachments => db.Set<Attachment>();
    }
}
