using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Audit;

/// <summary>One event with every field it changed, and its place in the chain.</summary>
[Asks(nameof(PlatformActs.ReadAudit))]
public sealed class EventDetailsModel(AuditSearch search, IFirmNames firms, PageTexts words)
    : KarvanPage
{
    public AuditEvent Event { get; private set; } = null!;

    public EventContent Told { get; private set; } = null!;

    /// <summary>Whom the author acted for, if the reader may see that firm.</summary>
    public FirmName? ActingFor { get; private set; }

    public Said What => EventTexts.Kind(Event.Kind, words);

    public async Task<IActionResult> OnGetAsync(long id)
    {
        var found = await search.One(id, ReadableChains.Of(Actor), HttpContext.RequestAborted);
        if (found is null)
        {
            return NotFound();
        }
        (Event, Told) = (found, EventContent.Parse(found.Content));
        if (found.ActingFor is { } firm)
        {
            ActingFor = await firms.Seen(firm, HttpContext.RequestAborted);
        }
        return Page();
    }

    /// <summary>The words for a field, or its name where it has none.</summary>
    public Said Field(FieldChange change) => RecordedFields.Name(change, words);

    /// <summary>A value in words; those for nothing.</summary>
    public Said Value(FieldChange change, string? text) =>
        EventValues.Of(change, text, words) ?? words["activity.nothing"];

    /// <summary>The words for what a use case noted, or its name where it has none.</summary>
    public Said Detail(string name) =>
        words.Has($"audit-detail.{name}") ? words[$"audit-detail.{name}"] : PageTexts.Name(name);
}
