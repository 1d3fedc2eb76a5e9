using Karvan.Customs.Trade;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>One item beside its files and the firm's exports to its country, and what the reviewer finds of it.</summary>
[Asks(nameof(EvaluationActs.ReadReview))]
public sealed class ReviewItemModel(
    ReviewSearch search,
    IRulebooks rulebooks,
    DecideItem decide,
    FirmTrade trade,
    PageTexts words
) : ReviewPage(search, rulebooks), IFindingPage
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

    public Finding? Found => Review.Items.FirstOrDefault(i => i.ItemId == Item.Item.Id)?.Finding;

    /// <summary>USD cents by solar year, to the country that the item names; none where it names none.</summary>
    public IReadOnlyList<(int Year, long Cents)> Exports { get; private set; } = [];

    public void OnGet()
    {
        Version = Review.Version;
        if (Found is { } found)
        {
            Form = ItemFindingForm.Of(found);
        }
    }

    [Asks(nameof(EvaluationActs.Review))]
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Form.Read(ModelState, nameof(Form)) is not { } finding)
        {
            return Page();
        }
        var done = await decide.Run(id, Version, Item.Item.Id, finding, Cancellation);
        return done.Done
            ? Redirect(Next(done.Value))
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
        if (
            Of.Items.FirstOrDefault(i =>
                string.Equals($"{i.Item.Id}", named, StringComparison.OrdinalIgnoreCase)
            )
            is not { } found
        )
        {
            return NotFound();
        }
        Item = found;
        if (Item.Item.Country is { } country)
        {
            Exports =
            [
                .. (await trade.Cells(Of.Firm, Cancellation))
                    .Where(c => !c.Import && c.Country == country)
                    .GroupBy(c => c.SolarYear)
                    .OrderBy(g => g.Key)
                    .Select(g => (g.Key, g.Sum(c => c.ValueCents))),
            ];
        }
        return null;
    }

    /// <summary>The next item without a decision, or back to the list.</summary>
    private string Next(ReviewAssignment review) =>
        Of
            .Items.Select(i => i.Item)
            .FirstOrDefault(i => i.ProofId is null && review.Items.All(r => r.ItemId != i.Id))
            is { } next
            ? Links.Reviews.Item(review.Id, next.Id)
            : Links.Reviews.Details(review.Id);
}
