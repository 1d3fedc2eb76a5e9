using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>Who reviews a dossier, and where two of them differ.</summary>
[Asks(nameof(EvaluationActs.AssignReview))]
public sealed class DossierReviewersModel(
    DossierParts parts,
    ReviewSearch search,
    AssignReview assign,
    PageTexts words
) : DossierPage(parts)
{
    private IReadOnlyList<Reviewer> pool = [];

    [BindProperty, Field("review.reviewer", Longest = Lengths.Code)]
    public string? Reviewer { get; set; }

    [BindProperty]
    public int Place { get; set; }

    public IReadOnlyList<ReviewAssignment> Reviews { get; private set; } = [];

    /// <summary>Places that nobody has, the first one first.</summary>
    public IEnumerable<int> OpenPlaces =>
        Enumerable
            .Range(1, Campaign.Reviewers)
            .Where(p => Reviews.All(r => r.Place != p || r.RecusedAt is not null));

    public IReadOnlyList<FieldChoice> Pool =>
        [
            .. pool.Where(p => Reviews.All(r => r.ReviewerId != p.Id))
                .Select(p => new FieldChoice(
                    $"{p.Id}",
                    PageTexts.Name(p.FullName),
                    words["review.in-hand", ("count", p.Open)]
                )),
        ];

    public bool AllDone { get; private set; }

    /// <summary>Items on which the reviewers differ and which are not settled.</summary>
    public IReadOnlyList<EvidenceItem> Differences { get; private set; } = [];

    public string NameOf(Guid reviewer) =>
        pool.FirstOrDefault(p => p.Id == reviewer)?.FullName
        ?? words["review.former-reviewer"].Bare;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!Guid.TryParse(Reviewer, out var reviewer))
        {
            ModelState.AddModelError(nameof(Reviewer), "field.required");
            return Page();
        }
        var done = await assign.Run(id, reviewer, Place, Cancellation);
        return done.Done
            ? Redirect(Links.Reviews.Dossier(id))
            : Refuse(done.Reasons, _ => nameof(Reviewer), ReviewTexts.Refused);
    }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        pool = await search.Pool(Dossier.Province, Cancellation);
        Reviews = await search.Of(Dossier.Id, Cancellation);
        var held = Reviews.Where(r => r.RecusedAt is null).ToList();
        AllDone = held.Count == Campaign.Reviewers && held.TrueForAll(r => r.DoneAt is not null);
        if (AllDone)
        {
            var settled = (await search.Verdicts(Dossier.Id, Cancellation))
                .Select(v => v.ItemId)
                .ToHashSet();
            Differences =
            [
                .. Items
                    .Select(i => i.Item)
                    .Where(i => i.ProofId is null && !settled.Contains(i.Id)),
            ];
        }
        return null;
    }
}
