using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>An item as its group shows it.</summary>
/// <param name="IsRepeated">The same thing stands among the items before: it counts once.</param>
public sealed record ShownItem(
    Said Title,
    TaskState State,
    IReadOnlyList<Said> Gaps,
    bool IsProven,
    bool IsRepeated,
    FileList Files,
    string? Href,
    string? RemoveHref
);

/// <param name="Points">What the criterion would come to if what is complete were accepted.</param>
public sealed record ShownCriterion(CriterionPoints Points, IReadOnlyList<ShownItem> Items);

/// <summary>The criteria of a group with the rule in words, their items, and what these would come to.</summary>
[Asks(nameof(EvaluationActs.ReadDossier))]
public sealed class DossierGroupModel(DossierParts parts, DossierPoints points, PageTexts words)
    : DossierPage(parts)
{
    public CriterionGroup Group { get; private set; } = null!;

    public CriterionGroup? Next { get; private set; }

    public IReadOnlyList<ShownCriterion> Rows { get; private set; } = [];

    public void OnGet() { }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        if (!SeesItems)
        {
            return Forbid();
        }
        var groups = Groups.ToList();
        var place = groups.FindIndex(g => g.Group.Id == $"{RouteData.Values["group"]}");
        if (place < 0)
        {
            return NotFound();
        }
        Group = groups[place].Group;
        Next = place + 1 < groups.Count ? groups[place + 1].Group : null;
        List<EvidenceItem> items = [.. Items.Select(i => i.Item)];
        // Customs lines are read only where a criterion asks whether there were exports to the country.
        var scored = groups[place]
            .Criteria.All(c => c.Measure is AcceptedEvidence { ExportedTo.Count: 0 })
            ? DossierPoints.OfItems(Book, items)
            : await points.Of(Dossier, Book, items, Cancellation);
        Rows =
        [
            .. groups[place]
                .Criteria.Select(c => new ShownCriterion(
                    scored.Criteria.Single(s => s.Criterion == c),
                    Shown(c)
                )),
        ];
        return null;
    }

    private List<ShownItem> Shown(Criterion criterion)
    {
        var seen = new HashSet<(string, string?)>();
        var counted = (AcceptedEvidence)criterion.Measure;
        return
        [
            .. Items
                .Where(i => i.Item.Criterion == criterion.Id)
                .Select(i =>
                {
                    var gaps = EvidenceGaps.Of(criterion, i.Item);
                    var name = FoldedText.Compared(ItemName.Of(criterion.Acceptance!, i.Item));
                    var isNew = counted.Distinct switch
                    {
                        Distinct.Item => seen.Add((name, null)),
                        Distinct.Country => seen.Add(("", i.Item.Country)),
                        Distinct.ItemAndCountry => seen.Add((name, i.Item.Country)),
                        _ => true,
                    };
                    var mayChange = MayChange && i.Item.ProofId is null;
                    return new ShownItem(
                        DossierTexts.Item(criterion, i.Item, words),
                        gaps.Count > 0 ? TaskState.Missing : TaskState.Complete,
                        [.. gaps.Select(g => DossierTexts.Gap(g, words))],
                        i.Item.ProofId is not null,
                        !isNew,
                        new FileList([.. i.Files.Select(f => FileTexts.Entry(f.File, words))]),
                        mayChange ? Links.Dossiers.Item(Dossier.Id, criterion.Id, i.Item.Id) : null,
                        mayChange ? Links.Dossiers.Remove(Dossier.Id, i.Item.Id) : null
                    );
                }),
        ];
    }
}
