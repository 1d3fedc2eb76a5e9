using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>A page about one review, with what it is about.</summary>
public abstract class ReviewPage(ReviewSearch search, IRulebooks rulebooks)
    : RecordPage<ReviewAssignment>
{
    public ReviewAssignment Review => Record;

    public ReviewedDossier Of { get; private set; } = null!;

    public Rulebook Book { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether the asker is its reviewer, and not done yet.</summary>
    public bool IsOpen => !Review.IsOver && May(EvaluationActs.Review, Review.Subject);

    protected override Task<ReviewAssignment?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(ReviewAssignment record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Of = await search.Opened(Review, Cancellation);
        Book =
            rulebooks.Find(Of.Campaign.Rulebook)
            ?? throw new InvalidOperationException($"{Of.Campaign.Rulebook} went away.");
        return null;
    }
}
