using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Conversations;

/// <summary>
/// Questions about a record and their answers. Asking and answering are parts of a change of that record, and whoever reads
/// them has found the record first.
/// </summary>
public sealed class Questions(KarvanContext db, TimeProvider clock)
{
    /// <summary>Within the change that is open.</summary>
    public void Ask(Subject about, string text, DueDay? due) =>
        db.Add(Question.Ask(about, text, due, db.Author.Name, Now));

    /// <summary>Within the change that is open: answers what is asked, if anything is.</summary>
    /// <param name="answer">Null where the record itself was changed in answer.</param>
    public async Task Answer(
        Subject about,
        string? answer,
        Guid? attachment,
        CancellationToken cancellation
    )
    {
        var open = await db.Set<Question>()
            .Where(q => q.AboutKind == about.Kind && q.AboutId == about.Id && q.AnsweredAt == null)
            .ToListAsync(cancellation);
        foreach (var question in open)
        {
            question.Reply(answer, attachment, db.Author.Name, Now);
        }
    }

    /// <summary>The newest first.</summary>
    public Task<List<Question>> Of(Subject about, CancellationToken cancellation = default) =>
        db.Set<Question>()
            .AsNoTracking()
            .Where(q => q.AboutKind == about.Kind && q.AboutId == about.Id)
            .OrderByDescending(q => q.AskedAt)
            .ThenByDescending(q => q.Id)
            .ToListAsync(cancellation);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

internal static class QuestionTables
{
    public static void Map(ModelBuilder builder) =>
        builder.Entity<Question>(question =>
        {
            question.ToTable("Questions");
            question.Property(q => q.AboutKind).HasMaxLength(Lengths.Code);
            question.Property(q => q.AskedBy).HasMaxLength(Lengths.Name);
            question.Property(q => q.AnsweredBy).HasMaxLength(Lengths.Name);
            question.HasIndex(q => new
            {
                q.AboutKind,
                q.AboutId,
                q.AskedAt,
            });
            question.HasIndex(q => q.DueOn);
        });
}
