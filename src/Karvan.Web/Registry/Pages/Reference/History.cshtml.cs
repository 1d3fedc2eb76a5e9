using System.Globalization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Recording;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Who changed what of a list, and when. The public sees the change, and the name of whoever made it only those who are signed in.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class ReferenceHistoryModel(ReferenceShelf shelf, PageTexts words) : KarvanPage
{
    private const int PageSize = 50;

    /// <summary>An event over more rows than these is shown by its number of rows.</summary>
    private const int MostRowsShown = 3;

    public ReferenceList List { get; private set; } = null!;

    public ActivityTrail Trail { get; private set; } = null!;

    [BindProperty(Name = "page-number", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public bool HasOlder { get; private set; }

    public async Task<IActionResult> OnGetAsync(string list)
    {
        if (ReferenceLists.Of(list) is not { Row: { } row } known)
        {
            return NotFound();
        }
        List = known;
        PageNumber = Math.Max(1, PageNumber);
        var (events, total) = await shelf.History(
            row,
            PageNumber,
            PageSize,
            HttpContext.RequestAborted
        );
        HasOlder = (long)PageNumber * PageSize < total;
        var names = await Names(known);
        Trail = new ActivityTrail([.. events.Select(e => Of(e, names))]);
        return Page();
    }

    private Activity Of(AuditEvent happened, IReadOnlyDictionary<string, string> names)
    {
        var content = EventContent.Parse(happened.Content);
        var rows = content.Changes.Select(c => c.Id).Distinct(StringComparer.Ordinal).ToList();
        var what = EventTexts.Kind(happened.Kind, words);
        if (rows.Count > MostRowsShown)
        {
            what = words["reference.happened-many", ("what", what), ("count", rows.Count)];
        }
        else if (rows.Count > 0)
        {
            var about = string.Join(
                words.IsPersian ? "، " : ", ",
                rows.Select(r => names.GetValueOrDefault(r, r))
            );
            what = words["reference.happened", ("what", what), ("row", about)];
        }
        var changes = content
            .Changes.Select(c => (Change: c, Label: RecordedFields.InTrail(c, words)))
            .Where(c => c.Label is not null)
            .Select(c => new ShownChange(
                c.Label!,
                EventValues.Of(c.Change, c.Change.Before, words),
                EventValues.Of(c.Change, c.Change.After, words)
            ))
            .ToList();
        return new Activity(
            new DateTimeOffset(happened.At, TimeSpan.Zero),
            happened.AuthorName is "system" ? null
                : Actor.PersonId is null ? words["reference.staff"].Bare
                : happened.AuthorName,
            what,
            content.Details.GetValueOrDefault("reason"),
            rows.Count <= MostRowsShown && changes.Count > 0 ? changes : null
        );
    }

    private async Task<IReadOnlyDictionary<string, string>> Names(ReferenceList list)
    {
        var stop = HttpContext.RequestAborted;
        IEnumerable<(Guid Id, string Name)> rows =
            list == ReferenceLists.Missions
                ? (await shelf.Ever<Mission>(stop)).Select(m =>
                    (m.Id, PlaceNames.Country(m.Country, words))
                )
            : list == ReferenceLists.Holidays
                ? (await shelf.Ever<Holiday>(stop)).Select(h => (h.Id, h.NameFa))
            : list == ReferenceLists.ProductGroups
                ? (await shelf.Ever<ProductGroup>(stop)).Select(g => (g.Id, g.Code))
            : list == ReferenceLists.Sizes
                ? (await shelf.Ever<SizeThreshold>(stop)).Select(s =>
                    (s.Id, words.Day(s.From).Bare)
                )
            : (await shelf.Ever<CountryAlias>(stop)).Select(a => (a.Id, a.Name));
        return rows.ToDictionary(
            r => r.Id.ToString(null, CultureInfo.InvariantCulture),
            r => r.Name,
            StringComparer.Ordinal
        );
    }
}
