using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>The tables of rulebooks.</summary>
public static class RulebookSets
{
    extension(KarvanContext db)
    {
        public DbSet<RulebookDraft> RulebookDrafts => db.Set<RulebookDraft>();

        public DbSet<PublishedRulebook> PublishedRulebooks => db.Set<PublishedRulebook>();
    }
}
