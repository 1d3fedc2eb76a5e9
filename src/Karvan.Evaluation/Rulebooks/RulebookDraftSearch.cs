using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>A draft in a list.</summary>
public sealed record RulebookDraftRow(
    Guid Id,
    string TitleFa,
    string TitleEn,
    int Year,
    int Number,
    RulebookDraftState State,
    string DrafterName,
    DateTime BegunAt
);

/// <summary>Finds drafts among those the asker may see.</summary>
public sealed class RulebookDraftSearch(KarvanContext db)
{
    /// <summary>The latest first, without their texts.</summary>
    public async Task<IReadOnlyList<RulebookDraftRow>> Rows(
        CancellationToken cancellation = default
    ) =>
        await db
            .RulebookDrafts.AsNoTracking()
            .OrderByDescending(d => d.BegunAt)
            .ThenBy(d => d.Id)
            .Select(d => new RulebookDraftRow(
                d.Id,
                d.TitleFa,
                d.TitleEn,
                d.Year,
                d.Number,
                d.State,
                d.DrafterName,
                d.BegunAt
            ))
            .ToListAsync(cancellation);

    /// <returns>Null while nothing came of a draft.</returns>
    public Task<PublishedRulebook?> PublishedOf(
        Guid draft,
        CancellationToken cancellation = default
    ) =>
        db
            .PublishedRulebooks.AsNoTracking()
            .SingleOrDefaultAsync(b => b.DraftId == draft, cancellation);

    public Task<PublishedRulebook?> Published(Guid id, CancellationToken cancellation = default) =>
        db.PublishedRulebooks.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellation);

    public Task<RulebookDraft?> One(Guid id, CancellationToken cancellation = default) =>
        db.RulebookDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellation);
}
