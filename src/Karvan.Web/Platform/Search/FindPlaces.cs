using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Search;

/// <summary>Places of the navigation by their names, as the person who looks has them.</summary>
internal sealed class FindPlaces(IPageFrame frame, IHttpContextAccessor http, PageTexts words)
    : IFindRecords
{
    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        var sections = http.HttpContext is { } context
            ? (await frame.OfAsync(context)).Navigation
            : [];
        var places = sections
            .SelectMany(s => s.Entries.Select(e => (Entry: e, Section: s)))
            .Where(p => Holds(p.Entry.TextKey, sought) || Holds(p.Section.TextKey, sought))
            .Select(p => new FoundRecord(
                words[p.Entry.TextKey],
                p.Entry.Href,
                words[p.Section.TextKey]
            ))
            .Take(FoundRecords.Most)
            .ToList();
        return places.Count == 0 ? null : new FoundRecords("search.places", places, places.Count);
    }

    private bool Holds(string textKey, SoughtWords sought)
    {
        var name = PersianText.SearchKey(words[textKey].Bare);
        return sought.Words.All(w => name.Contains(w, StringComparison.Ordinal));
    }
}
