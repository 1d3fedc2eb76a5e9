using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Registry.Firms;
using Karvan.Rules.Facts;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Which column is what: a guess or a saved profile to look over, beside the first rows of the file.</summary>
[Asks(nameof(CustomsActs.ImportCustoms))]
public sealed class ImportMapModel(
    ImportSearch search,
    PreviewImport previews,
    ProfileShelf profiles,
    MapImport map,
    StartReading start,
    SaveProfile save,
    PageTexts words
) : ImportPage(search)
{
    private const int ShownRows = 8;

    /// <summary>Those that customs files come in; another is chosen by a column.</summary>
    private static readonly string[] CurrencyCodes =
    [
        "USD",
        "IRR",
        "toman",
        "EUR",
        "AED",
        "CNY",
        "INR",
        "TRY",
        "RUB",
        "IQD",
    ];

    [BindProperty]
    public MappingForm Entry { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public ShapeForm Shape { get; set; } = new();

    /// <summary>A saved profile to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Profile { get; set; }

    /// <summary>Null where the file cannot be looked at; <see cref="Unusable"/> says why.</summary>
    public FilePreview? Preview { get; private set; }

    public string? Unusable { get; private set; }

    public IReadOnlyList<CustomsProfile> Profiles { get; private set; } = [];

    /// <summary>What of a guess somebody should look at, or supply.</summary>
    public IReadOnlyList<(Target Target, Sureness Sure)> Unsure { get; private set; } = [];

    public IEnumerable<PreviewRow> Rows => Preview!.Rows.Take(ShownRows);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Version = Import.Version;
        foreach (var name in Shape.Wrong)
        {
            ModelState.AddModelError($"{nameof(Shape)}.{name}", "field.number");
        }
        if (await Begin() is { } mapping && Preview is not null)
        {
            Entry = MappingForm.Of(mapping, Preview);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var begun = await Begin();
        if (
            begun is null
            || Preview is null
            || Entry.Read(begun, Preview, ModelState, nameof(Entry)) is not { } mapping
        )
        {
            return Page();
        }
        foreach (var problem in MappingCheck.Of(mapping, Preview))
        {
            ModelState.AddModelError(
                $"{nameof(Entry)}.{FieldOf(problem)}",
                problem.Found.Length == 0
                    ? $"customs.problem.{problem.Kind}"
                    : $"customs.problem.{problem.Kind}|found={Shown(problem.Found)}"
            );
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return await Keep(id, mapping) ?? Page();
    }

    public IReadOnlyList<FieldChoice> Columns =>
        [
            .. Preview!.Columns.Select(
                (name, place) =>
                    new FieldChoice(
                        $"{place}",
                        name.Length > 0
                            ? PageTexts.Name(name)
                            : words["customs.map.nameless", ("place", place + 1)]
                    )
            ),
        ];

    private IReadOnlyList<FieldChoice> Of<T>(Func<T, string> key)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new FieldChoice($"{v}", words[key(v)]))];

    public IReadOnlyList<FieldChoice> Encodings => Of<TextEncoding>(v => $"customs.encoding.{v}");

    public IReadOnlyList<FieldChoice> Separators =>
        Of<FieldSeparator>(v => $"customs.separator.{v}");

    public IReadOnlyList<FieldChoice> Numberings =>
        Of<LineNumbering>(v => $"customs.numbering.{v}");

    public IReadOnlyList<FieldChoice> Calendars => Of<DateCalendar>(v => $"customs.calendar.{v}");

    public IReadOnlyList<FieldChoice> Orders => Of<DateOrder>(v => $"customs.order.{v}");

    public IReadOnlyList<FieldChoice> Units => Of<WeightUnit>(v => $"customs.unit.{v}");

    public IReadOnlyList<FieldChoice> FlowModes =>
        [
            .. Of<TradeFlow>(v => $"customs.map.flow.{v}"),
            new FieldChoice(MappingForm.ByColumn, words["customs.map.by-column"]),
        ];

    public IReadOnlyList<FieldChoice> Currencies =>
        [
            .. CurrencyCodes.Select(c => new FieldChoice(c, words[$"customs.currency.{c}"])),
            new FieldChoice(MappingForm.ByColumn, words["customs.map.by-column"]),
        ];

    public IReadOnlyList<FieldChoice> Points =>
        [
            .. NumberMarks.Points.Select(p => new FieldChoice(
                $"{p}",
                words[$"customs.mark.{(int)p}"]
            )),
        ];

    public IReadOnlyList<FieldChoice> GroupMarks =>
        [
            .. NumberMarks.GroupMarks.Select(p => new FieldChoice(
                $"{p}",
                words[$"customs.mark.{(int)p}"]
            )),
        ];

    protected override async Task<IActionResult?> Open()
    {
        if (Import.State is not (ImportState.Mapping or ImportState.Ready or ImportState.Unusable))
        {
            return Redirect(Links.Customs.Details(Import.Id));
        }
        Profiles = await profiles.All(HttpContext.RequestAborted);
        return null;
    }

    /// <summary>What the form begins with: the profile that was asked for, what was mapped before, or a guess.</summary>
    private async Task<MappingProfile?> Begin()
    {
        var cancellation = HttpContext.RequestAborted;
        var saved = Profile is { } id ? await profiles.One(id, cancellation) : null;
        var known = (saved?.Content ?? Import.Mapping) is { } json
            ? MappingProfile.Parse(json, out _)
            : null;
        var settings = (known ?? new MappingProfile()) with
        {
            File = Shape.Over(known?.File ?? new FileShape()),
        };
        var looked = await previews.Of(Import, settings, cancellation);
        (Preview, Unusable) = (looked.Table, looked.Refused);
        if (Preview is null)
        {
            return null;
        }
        if (known is not null)
        {
            return settings;
        }
        var guess = await previews.Guess(Preview, cancellation);
        Unsure =
        [
            .. guess
                .Sure.Where(s => s.Value is not Sureness.Certain)
                .Select(s => (s.Key, s.Value))
                .OrderBy(s => s.Key),
        ];
        return guess.Profile with { File = settings.File };
    }

    /// <returns>Null where it was refused; the reason stands in the model's state.</returns>
    private async Task<IActionResult?> Keep(Guid id, MappingProfile mapping)
    {
        var cancellation = HttpContext.RequestAborted;
        var name = Entry.SaveAs?.Trim() is { Length: > 0 } said ? said : null;
        if (name is not null)
        {
            var saved = await save.Run(name, mapping, Import.Province, Entry.Replace, cancellation);
            if (!saved.Done)
            {
                ModelState.AddModelError(
                    $"{nameof(Entry)}.{nameof(Entry.SaveAs)}",
                    $"customs.refused.{saved.Refused}"
                );
                return null;
            }
        }
        else if (Profile is { } used)
        {
            name = Profiles.FirstOrDefault(p => p.Id == used)?.Name;
        }
        var mapped = await map.Run(id, Version, mapping, name, cancellation);
        if (!mapped.Done)
        {
            Say(mapped.Refused!.Value);
            return null;
        }
        var started = await start.Run(id, mapped.Value.Version, cancellation);
        if (!started.Done)
        {
            Say(started.Refused!.Value);
            return null;
        }
        return Redirect(Links.Customs.Details(id));
    }

    /// <summary>A bar parts the values of a message.</summary>
    private static string Shown(string found) => found.Replace('|', '¦');

    private static string FieldOf(ProfileProblem problem) =>
        problem.Target switch
        {
            // The currency is right; what it is worth is to be written.
            Target.Currency when problem.Kind is ProfileProblemKind.NoRate => nameof(
                MappingForm.Rates
            ),
            Target.Declaration => nameof(MappingForm.Declaration),
            Target.LineNumber => nameof(MappingForm.Line),
            Target.Flow => nameof(MappingForm.Flow),
            Target.Date => nameof(MappingForm.Date),
            Target.Exporter => nameof(MappingForm.Exporter),
            Target.HsCode => nameof(MappingForm.HsCode),
            Target.Country => nameof(MappingForm.Country),
            Target.Value => nameof(MappingForm.Value),
            Target.Currency => nameof(MappingForm.Currency),
            Target.Weight => nameof(MappingForm.Weight),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Target, null),
        };
}
