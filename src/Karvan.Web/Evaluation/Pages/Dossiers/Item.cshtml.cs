using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>One item of evidence: the fields and documents that its criterion asks for, and no others.</summary>
[Asks(nameof(EvaluationActs.FileDossier))]
[TakesFiles]
public sealed class DossierItemModel(
    DossierParts parts,
    SaveDossierItem save,
    FileLimits limits,
    PageTexts words
) : DossierPage(parts)
{
    [BindProperty]
    public ItemForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<ItemDocument> Documents { get; set; } = [];

    /// <summary>Chosen on the page before.</summary>
    [BindProperty(SupportsGet = true), KeptIn<EvidenceItem>]
    public string? Kind { get; set; }

    public Criterion Criterion { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public Guid? ItemId => Item?.Item.Id;

    public EvidenceAsk Ask => new(Criterion, Form.Kind ?? Kind);

    public bool AsksKind => Ask is { HasKinds: true, Kind: null };

    public Said GroupTitle => Book.Groups.Single(g => g.Id == Criterion.Group).Title.In(words);

    public IReadOnlyList<FieldChoice> Kinds =>
        [.. Ask.Acceptance.Kinds.Select(k => new FieldChoice(k.Id, k.Title.In(words)))];

    public IReadOnlyList<FieldChoice> Levels =>
        [
            .. Ask.Levels.Select(l => new FieldChoice(
                l.Id,
                words[$"evidence.level.{l.Id}"],
                words["dossier.level-points", ("points", l.Points.Value)]
            )),
        ];

    public Said DateHint =>
        Ask.HeldIn is { } year
            ? words["dossier.held-in", ("year", words.Year(year))]
            : words["field.date-hint"];

    public Said ValidHint =>
        Ask.Valid is { } valid
            ? words[
                valid.ToItsEnd ? "dossier.valid-to-end" : "dossier.valid-in",
                ("year", words.Year(valid.Year))
            ]
            : words["field.date-hint"];

    public Said QuantityHint =>
        words[
            Ask.NeedsNumber ? "dossier.quantity-per-cent" : "dossier.quantity-points",
            ("max", (Ask.Largest ?? 0) / 100m)
        ];

    /// <summary>Files that are there already, by document.</summary>
    public IReadOnlyList<(Said Title, FileList Files)> Attached =>
        [
            .. (Item?.Files ?? [])
                .GroupBy(f => f.Of.Document, StringComparer.Ordinal)
                .Select(g =>
                    (
                        TitleOf(g.Key),
                        new FileList([
                            .. g.Select(f =>
                                FileTexts.Entry(f.File, words) with
                                {
                                    RemoveHref = Links
                                        .Dossiers.Remove(Dossier.Id, Item!.Item.Id)
                                        .With("file", f.Of.Id),
                                }
                            ),
                        ])
                    )
                ),
        ];

    private ItemWithFiles? Item { get; set; }

    public IReadOnlyList<FieldChoice> Bodies(IReadOnlyList<string> ids) =>
        [.. ids.Select(b => new FieldChoice(b, Book.Bodies[b].In(words)))];

    public Said DocumentHint(int place) =>
        words[
            Ask.Documents.Any(d => d.Id == Documents[place].Id && d.InLanguageOfCountry)
                ? "dossier.file-hint-language"
                : "dossier.file-hint",
            ("document", TitleOf(Documents[place].Id)),
            ("size", words.Bytes(limits.Largest))
        ];

    public void OnGet()
    {
        if (Item is { Item: var item })
        {
            (Form, Version) = (ItemForm.Of(item), item.Version);
        }
        else
        {
            Form.Kind = Ask.Kind?.Id;
        }
        Offer();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var files = new List<ItemFile>();
        for (var i = 0; i < Documents.Count; i++)
        {
            var field = $"{nameof(Documents)}[{i}].{nameof(ItemDocument.File)}";
            if (Documents[i].File.Taken(ModelState, field, limits) is { } file)
            {
                files.Add(new ItemFile(Documents[i].Id, file));
            }
        }
        if (
            Documents.Any(d =>
                d.Id is not AttachedDocument.Further && Ask.Documents.All(k => k.Id != d.Id)
            )
        )
        {
            return BadRequest();
        }
        if (Form.Read(ModelState, nameof(Form)) is not { } said)
        {
            Offer();
            return Page();
        }
        var done = await save.Run(id, ItemId, Version, Criterion.Id, said, files, Cancellation);
        if (done.Done)
        {
            return Redirect($"{Links.Dossiers.Group(id, Criterion.Group)}#{Criterion.Id}");
        }
        Offer();
        return Refuse(
            done.Reasons,
            r => ItemForm.FieldOf(r) is { } field ? $"{nameof(Form)}.{field}" : "",
            DossierTexts.Refused
        );
    }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        var asked = $"{RouteData.Values["criterion"]}";
        if (
            Book.Criteria.FirstOrDefault(c => c.Acceptance is not null && c.Id == asked)
            is not { } criterion
        )
        {
            return NotFound();
        }
        Criterion = criterion;
        if (OnlyDrafts() is { } elsewhere)
        {
            return elsewhere;
        }
        if (RouteData.Values["item"] is not { } named)
        {
            return null;
        }
        Item = Items.FirstOrDefault(i =>
            i.Item.Criterion == Criterion.Id
            && i.Item.ProofId is null
            && string.Equals($"{i.Item.Id}", $"{named}", StringComparison.OrdinalIgnoreCase)
        );
        return Item is null ? NotFound() : null;
    }

    /// <summary>A place for each document that is asked for, and one for whatever else shows it.</summary>
    private void Offer() =>
        Documents = [
            .. Ask.Documents.Select(d => new ItemDocument { Id = d.Id }),
            new ItemDocument { Id = AttachedDocument.Further },
        ];

    private Said TitleOf(string document) =>
        Ask.Documents.FirstOrDefault(d => d.Id == document) is { } known
            ? known.Title.In(words)
            : words["dossier.further-file"];
}
