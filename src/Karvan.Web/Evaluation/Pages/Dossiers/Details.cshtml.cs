using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Platform.Audit;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>A dossier as a list of tasks, with what it would come to; for the body what is in it, once it is submitted.</summary>
[Asks(nameof(EvaluationActs.ReadDossier))]
public sealed class DossierDetailsModel(
    DossierParts parts,
    DossierPoints points,
    FilingTime filing,
    ChooseDossierGroup choose,
    CopyEarlierItems copy,
    TakeBackDossier takeBack,
    AuditTrail trail,
    PageTexts words
) : DossierPage(parts)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, KeptIn<Dossier>(nameof(Dossier.ProductGroup))]
    public string? Group { get; set; }

    [BindProperty]
    public Guid Earlier { get; set; }

    public DateOnly? LastDay { get; private set; }

    public PreviewedPoints? Points { get; private set; }

    /// <summary>Null for whom what is in it is not to be seen yet.</summary>
    public TaskList? Tasks { get; private set; }

    public IReadOnlyList<DossierReceipt> Receipts { get; private set; } = [];

    public IReadOnlyList<(Dossier Dossier, Campaign Campaign)> Others { get; private set; } = [];

    public ActivityTrail Trail { get; private set; } = null!;

    public bool MayTakeBack { get; private set; }

    public bool MayAssign =>
        Dossier.State is DossierState.Submitted
        && May(EvaluationActs.AssignReview, Dossier.Subject);

    public bool MayWithdraw =>
        Dossier.State is not DossierState.Withdrawn
        && May(EvaluationActs.WithdrawDossier, Dossier.Subject);

    public void OnGet() => Group = Dossier.ProductGroup;

    [Asks(nameof(EvaluationActs.FileDossier))]
    public async Task<IActionResult> OnPostGroupAsync(Guid id) =>
        Answer(
            await choose.Run(id, Version, string.IsNullOrEmpty(Group) ? null : Group, Cancellation),
            nameof(Group)
        );

    [Asks(nameof(EvaluationActs.FileDossier))]
    public async Task<IActionResult> OnPostCopyAsync(Guid id) =>
        Answer(await copy.Run(id, Version, Earlier, Cancellation), "");

    [Asks(nameof(EvaluationActs.FileDossier))]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) =>
        Answer(await takeBack.Run(id, Version, Cancellation), "");

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        LastDay = await filing.LastDay(Campaign, Firm.Id, Cancellation);
        MayTakeBack =
            Dossier.State is not DossierState.Draft
            && May(EvaluationActs.FileDossier, Dossier.Subject)
            && await filing.Refuses(Campaign, Firm.Id, Cancellation) is null;
        Receipts = await Parts.Dossiers.Receipts(Dossier.Id, Cancellation);
        Others = await Parts.Dossiers.Others(Dossier, Cancellation);
        Trail = EventTexts.Trail(await trail.Of(Dossier.Subject, Cancellation), words);
        if (SeesItems)
        {
            Points = await points.Of(Dossier, Book, [.. Items.Select(i => i.Item)], Cancellation);
            Tasks = new TaskList([new TaskGroup(null, [FactsTask(), .. Groups.Select(GroupTask)])]);
        }
        return null;
    }

    private TaskEntry FactsTask()
    {
        var customs = Points!.Criteria.Where(c => c.Criterion.Acceptance is null).ToList();
        return new TaskEntry(
            words["dossier.facts"],
            Links.Dossiers.Facts(Dossier.Id),
            TaskState.Complete,
            words[
                "dossier.points-of",
                ("points", customs.Sum(c => c.Points.Value)),
                ("max", customs.Sum(c => c.Criterion.Max.Value))
            ]
        );
    }

    private TaskEntry GroupTask((CriterionGroup Group, IReadOnlyList<Criterion> Criteria) group)
    {
        var scored = Points!.Criteria.Where(c => group.Criteria.Contains(c.Criterion)).ToList();
        var (count, open) = (scored.Sum(c => c.Items), scored.Sum(c => c.Incomplete));
        return new TaskEntry(
            group.Group.Title.In(words),
            Links.Dossiers.Group(Dossier.Id, group.Group.Id),
            open > 0 ? TaskState.Missing
                : count > 0 ? TaskState.Complete
                : TaskState.NotStarted,
            words[
                open > 0 ? "dossier.group-note-open" : "dossier.group-note",
                [
                    ("points", scored.Sum(c => c.Points.Value)),
                    ("max", scored.Sum(c => c.Criterion.Max.Value)),
                    ("count", count),
                    .. open > 0 ? new (string, object?)[] { ("open", open) } : [],
                ]
            ]
        );
    }

    private IActionResult Answer(Outcome<Dossier, DossierRefusal> done, string field) =>
        done.Done
            ? Redirect(Links.Dossiers.Details(Dossier.Id))
            : Refuse(done.Reasons, _ => field, DossierTexts.Refused);
}
