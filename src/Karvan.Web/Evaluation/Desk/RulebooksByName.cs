using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Desk;

/// <summary>Drafts of rulebooks by title.</summary>
internal sealed class RulebookDraftsByName(KarvanContext db) : INameRecords
{
    public string Kind => nameof(RulebookDraft);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await db
            .RulebookDrafts.Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.TitleFa })
            .ToDictionaryAsync(d => d.Id, d => PageTexts.Name(d.TitleFa), cancellation);

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.RulebookDrafts.Sought(
            sought,
            d => d.Id,
            word => d => d.TitleFa.Contains(word),
            cancellation
        );
}

/// <summary>Published rulebooks by title.</summary>
internal sealed class PublishedRulebooksByName(KarvanContext db) : INameRecords
{
    public string Kind => nameof(PublishedRulebook);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await db
            .PublishedRulebooks.Where(b => ids.Contains(b.Id))
            .Select(b => new { b.Id, b.TitleFa })
            .ToDictionaryAsync(b => b.Id, b => PageTexts.Name(b.TitleFa), cancellation);

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.PublishedRulebooks.Sought(
            sought,
            b => b.Id,
            word => b => b.TitleFa.Contains(word),
            cancellation
        );
}
