using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Dossiers;

/// <summary>What a firm must meet before it begins a dossier, each with where it is mended; and the beginning.</summary>
[Asks(nameof(EvaluationActs.FileDossier))]
public sealed class DossierBeginModel(
    BeginDossier begin,
    Eligibility eligibility,
    DossierParts parts,
    PageTexts words
) : RecordPage<Campaign>
{
    public Campaign Campaign => Record;

    public Enterprise Firm { get; private set; } = null!;

    public TaskList Checks { get; private set; } = null!;

    public bool MayBegin { get; private set; }

    /// <summary>The dossier that the firm has in this campaign already.</summary>
    public Dossier? Own { get; private set; }

    [BindProperty, KeptIn<Dossier>(nameof(Dossier.ProductGroup))]
    public string? Group { get; set; }

    public bool GroupNeeded => Campaign.Within is RankedWithin.ProvinceAndGroup;

    public IReadOnlyList<FieldChoice> Groups =>
        parts.Rulebooks.Find(Campaign.Rulebook) is { } book ? DossierTexts.Groups(book, words) : [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var made = await begin.Run(
            id,
            Firm.Id,
            string.IsNullOrEmpty(Group) ? null : Group,
            cancellation: Cancellation
        );
        return made.Done
            ? Redirect(Links.Dossiers.Details(made.Value.Id))
            : Refuse(
                made.Reasons,
                r =>
                    r is DossierRefusal.GroupMissing or DossierRefusal.GroupUnknown
                        ? nameof(Group)
                        : "",
                DossierTexts.Refused
            );
    }

    protected override Task<Campaign?> Find(Guid id) => parts.Campaigns.One(id, Cancellation);

    /// <summary>A firm begins its own dossier: it is asked about the firm that somebody acts for.</summary>
    protected override IEnumerable<Subject> SubjectsOf(Campaign record) =>
        [Dossier.SubjectIn("", Actor.ActingFor)];

    protected override async Task<IActionResult?> Open()
    {
        if (
            Actor.ActingFor is not { } acting
            || await parts.Firms.Find(acting, Cancellation) is not { } firm
        )
        {
            return Forbid();
        }
        Firm = firm;
        Own = await parts.Dossiers.Of(Campaign.Id, firm.Id, Cancellation);
        var found = await eligibility.Of(Campaign, firm, Cancellation);
        MayBegin = found.All(f => f.Refusal is null);
        Checks = new TaskList([new TaskGroup(null, [.. found.Select(Entry)])]);
        return null;
    }

    private TaskEntry Entry(EligibilityFound found) =>
        new(
            words[$"dossier.eligible.{found.Check}"],
            found switch
            {
                { Refusal: null } => null,
                { Check: EligibilityCheck.Verified } => Links.Enterprises.Details(Firm.Id),
                { Check: EligibilityCheck.Province or EligibilityCheck.Days } =>
                    Links.Campaigns.Details(Campaign.Id),
                _ => Own is { } own ? Links.Dossiers.Details(own.Id) : null,
            },
            found.Refusal is null ? TaskState.Complete : TaskState.Missing,
            found.Refusal is { } refusal ? words[DossierTexts.Refused(refusal)] : null
        );
}
