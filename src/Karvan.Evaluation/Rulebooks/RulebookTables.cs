using Karvan.Evaluation.Authorization;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>Drafts are the officers' who write rulebooks; what is published is everybody's.</summary>
internal static class RulebookTables
{
    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<RulebookDraft>(draft =>
        {
            draft.ToTable("RulebookDrafts");
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.Ignore(d => d.Package);
            draft.HasIndex(d => d.BegunAt);
            draft.HasOne<Person>().WithMany().HasForeignKey(d => d.DrafterId);
            draft.SeenBy(db, EvaluationActs.ReadRulebookDraft, Body.TradePromotion, new());
        });
        builder.Entity<PublishedRulebook>(book =>
        {
            book.ToTable(
                "PublishedRulebooks",
                table =>
                    table.HasCheckConstraint(
                        "CK_PublishedRulebooks_TwoPeople",
                        "\"DrafterId\" <> \"ApproverId\""
                    )
            );
            book.Ignore(b => b.Package);
            book.HasIndex(b => new
                {
                    b.RulebookId,
                    b.Year,
                    b.Number,
                })
                .IsUnique();
            book.HasIndex(b => b.Hash).IsUnique();
            book.HasIndex(b => b.DraftId).IsUnique();
            book.HasOne<RulebookDraft>().WithMany().HasForeignKey(b => b.DraftId);
            book.HasOne<Person>().WithMany().HasForeignKey(b => b.DrafterId);
            book.HasOne<Person>().WithMany().HasForeignKey(b => b.ApproverId);
            book.SeenBy(db, PlatformActs.ReadPublic, Body.TradePromotion, new());
        });
    }
}
