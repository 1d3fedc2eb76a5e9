using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Reviews;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>A dossier as its reviewer works through it: first whether there is an interest, then item by item.</summary>
[Asks(nameof(EvaluationActs.ReadReview))]
public sealed class ReviewDetailsModel(
    ReviewSearch search,
    IRulebooks rulebooks,
    ClearReview clear,
    RecuseReview recuse,
    RemarkOnCriterion remark,
    FinishReview finish,
    PageTexts words
) : ReviewPage(search, rulebooks)
{
    [BindProperty, KeptIn<ReviewAssignment>(nameof(ReviewAssignment.RecusalReason))]
    public string? Reason { get; set; }

    [BindProperty, Field("evidence.criterion", Longest = Lengths.Code)]
    public string? Criterion { get; set; }

    [BindProperty, KeptIn<CriterionRemark>]
    public string? Text { get; set; }

    public IReadOnlyList<FieldChoice> Criteria =>
        [
            .. Book.Criteria.Select(c => new FieldChoice(
                c.Id,
                words[
                    "review.criterion-choice",
                    ("id", PageTexts.Name(c.Id)),
                    ("title", c.Title.In(words))
                ]
            )),
        ];

    public IEnumerable<(Criterion Criterion, string Text)> Remarks =>
        Book.Criteria.Join(
            Review.Remarks,
            c => c.Id,
            r => r.Criterion,
            (c, r) => (c, r.Text),
            StringComparer.Ordinal
        );

    /// <summary>Items by group of the rulebook, each with whether it has a decision.</summary>
    public TaskList Tasks =>
        new([
            .. Book
                .Groups.Select(g => new TaskGroup(
                    g.Title.In(words),
                    [
                        .. Of
                            .Items.Where(i => Book.Criterion(i.Item.Criterion).Group == g.Id)
                            .Select(i => Entry(i.Item)),
                    ]
                ))
                .Where(g => g.Tasks.Count > 0),
        ]);

    public void OnGet() { }

    [Asks(nameof(EvaluationActs.Review))]
    public async Task<IActionResult> OnPostClearAsync(Guid id) =>
        Answer(await clear.Run(id, Version, Cancellation), "");

    [Asks(nameof(EvaluationActs.Review))]
    public async Task<IActionResult> OnPostRecuseAsync(Guid id) =>
        IsRight(nameof(Reason))
            ? Answer(await recuse.Run(id, Version, Reason, Cancellation), nameof(Reason))
            : Page();

    [Asks(nameof(EvaluationActs.Review))]
    public async Task<IActionResult> OnPostRemarkAsync(Guid id) =>
        IsRight(nameof(Criterion), nameof(Text))
            ? Answer(
                await remark.Run(id, Version, Criterion ?? "", Text, Cancellation),
                nameof(Criterion)
            )
            : Page();

    [Asks(nameof(EvaluationActs.Review))]
    public async Task<IActionResult> OnPostFinishAsync(Guid id) =>
        Answer(await finish.Run(id, Version, Cancellation), "");

    private TaskEntry Entry(EvidenceItem item)
    {
        var found = Review.Items.FirstOrDefault(i => i.ItemId == item.Id);
        var criterion = Book.Criterion(item.Criterion);
        return new TaskEntry(
            words[
                "review.criterion-choice",
                ("id", PageTexts.Name(criterion.Id)),
                ("title", DossierTexts.Item(criterion, item, words))
            ],
            item.ProofId is null ? Links.Reviews.Item(Review.Id, item.Id) : null,
            item.ProofId is not null || found is not null
                ? TaskState.Complete
                : TaskState.NotStarted,
            item.ProofId is not null ? words["dossier.proven"]
                : found is null ? null
                : words[$"review.decision.{found.Decision}"]
        );
    }

    private IActionResult Answer(Outcome<ReviewAssignment, ReviewRefusal> done, string field) =>
        done.Done
            ? Redirect(Links.Reviews.Details(Review.Id))
            : Refuse(done.Reasons, _ => field, ReviewTexts.Refused);
}
