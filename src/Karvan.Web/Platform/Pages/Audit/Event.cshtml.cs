using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Audit;

/// <param name="Before">Null where the record is new, or had nothing there.</param>
public sealed record ShownField(Said Field, Said? Before, Said? After);

/// <summary>One event with what it changed, in words, and its place in the chain.</summary>
[Asks(nameof(PlatformActs.ReadAudit))]
public sealed class EventDetailsModel(
    AuditSearch search,
    EventSubjects subjects,
    IFirmNames firms,
    PageTexts words
) : KarvanPage
{
    public AuditEvent Event { get; private set; } = null!;

    /// <summary>What people call the record.</summary>
    public Said Subject { get; private set; } = null!;

    /// <summary>What the use case noted.</summary>
    public IReadOnlyList<(Said Name, Said Value)> Details { get; private set; } = [];

    public IReadOnlyList<ShownField> Changes { get; private set; } = [];

    /// <summary>How many fields changed that say nothing to a reader: ids of records without a name, keys, counters.</summary>
    public int Technical { get; private set; }

    /// <summary>Whom the author acted for, if the reader may see that firm.</summary>
    public FirmName? ActingFor { get; private set; }

    public Said What => EventTexts.Kind(Event.Kind, words);

    public async Task<IActionResult> OnGetAsync(long id)
    {
        var cancellation = HttpContext.RequestAborted;
        var found = await search.One(id, ReadableChains.Of(Actor), cancellation);
        if (found is null)
        {
            return NotFound();
        }
        Event = found;
        Subject = (await subjects.Named(found, Actor, cancellation)).Subject;
        var told = EventContent.Parse(found.Content);
        var ids = told
            .Changes.SelectMany(c => new[] { c.Before, c.After })
            .Concat(told.Details.Values)
            .Select(v => Guid.TryParse(v, out var named) ? named : (Guid?)null)
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var names = await subjects.Names(ids, Actor, cancellation);
        Details =
        [
            .. told
                .Details.Select(d => (Detail(d.Key), EventValues.OfDetail(d.Value, names, words)))
                .Where(d => d.Item2 is not null)
                .Select(d => (d.Item1, d.Item2!)),
        ];
        var readable = told.Changes.Where(c => EventValues.IsReadable(c, names)).ToList();
        Technical = told.Changes.Count - readable.Count;
        Changes =
        [
            .. readable.Select(c => new ShownField(
                RecordedFields.Name(c, words),
                EventValues.Of(c, c.Before, names, words),
                EventValues.Of(c, c.After, names, words)
            )),
        ];
        if (found.ActingFor is { } firm)
        {
            ActingFor = await firms.Seen(firm, cancellation);
        }
        return Page();
    }

    /// <summary>The words for what a use case noted, or its name where it has none.</summary>
    private Said Detail(string name) =>
        words.Has($"audit-detail.{name}") ? words[$"audit-detail.{name}"] : PageTexts.Name(name);
}
