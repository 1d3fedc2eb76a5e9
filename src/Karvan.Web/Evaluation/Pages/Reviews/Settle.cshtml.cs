using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>What two reviewers found of an item, side by side, and the secretary's decision between them.</summary>
[Asks(nameof(EvaluationActs.SettleReview))]
public sealed class SettleItemModel(
    DossierParts parts,
    ReviewSearch search,
    SettleReview settle,
    PageTexts words
) : DossierPage(parts), IFindingPage
{
    [BindProperty]
    public ItemFindingForm Form { get; set; } = new();

    public ItemWithFiles Item { get; private set; } = null!;

    public Criterion Criterion => Book.Criterion(Item.Item.Criterion);

    public EvidenceAsk Ask => new(Criterion, Item.Item.Kind);

    public Said NumberHint =>
        words[
            Ask.NeedsNumber ? "dossier.quantity-per-cent" : "review.points-hint",
            ("max", (Ask.Largest ?? 0) / 100m)
        ];

    public FileList Files => new([.. Item.Files.Select(f => FileTexts.Entry(f.File, words))]);

    public IReadOnlyList<(int Place, Finding Found)> Found { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Form.Read(ModelState, nameof(Form)) is not { } finding)
        {
            return Page();
        }
        var done = await settle.Run(id, Item.Item.Id, finding, Cancellation);
        return done.Done
            ? Redirect(Links.Reviews.Dossier(id))
            : Refuse(
                done.Reasons,
                r => ItemFindingForm.FieldOf(r) is { } field ? $"{nameof(Form)}.{field}" : "",
                ReviewTexts.Refused
            );
    }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        var named = $"{RouteData.Values["item"]}";
        var reviews = (await search.Of(Dossier.Id, Cancellation))
            .Where(r => r.RecusedAt is null)
            .ToList();
        if (
            Items.FirstOrDefault(i =>
                string.Equals($"{i.Item.Id}", named, StringComparison.OrdinalIgnoreCase)
            )
                is not { } found
            // What one of two found is nobody's to see before the other is done.
            || reviews.Count < Campaign.Reviewers
            || reviews.Exists(r => r.DoneAt is null)
        )
        {
            return NotFound();
        }
        Item = found;
        Found =
        [
            .. reviews.Select(r =>
                (r.Place, r.Items.Single(i => i.ItemId == found.Item.Id).Finding)
            ),
        ];
        return null;
    }
}
