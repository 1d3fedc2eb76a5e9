using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Committee;

/// <summary>Who of those who are level at a last place gets it.</summary>
[Asks(nameof(EvaluationActs.KeepCommittee))]
public sealed class CommitteeTieModel(MeetingParts parts, DecideTie decide, PageTexts words)
    : MeetingPage(parts)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true), KeptIn<CampaignPlaces>]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true), KeptIn<Dossier>(nameof(Dossier.ProductGroup))]
    public string? Group { get; set; }

    [BindProperty, Field("committee.choose", Longest = Lengths.Code)]
    public List<string> Chosen { get; set; } = [];

    [BindProperty, KeptIn<TieDecision>]
    public string? Reason { get; set; }

    [BindProperty]
    public VotesForm Votes { get; set; } = new();

    public TiedPlaces Places { get; private set; } = null!;

    public Said GroupName =>
        DossierTexts.Group(Parts.Rulebooks.Find(Campaign.Rulebook)!, Places.ProductGroup, words);

    public IReadOnlyList<FieldChoice> Choices =>
        [
            .. Places.Level.Select(l => new FieldChoice(
                l.Exporter,
                PageTexts.Name(FirmOf(l.Exporter)),
                words["committee.level-at", ("points", l.Total), ("rank", l.Rank ?? 0)]
            )),
        ];

    public IActionResult OnGet()
    {
        Version = Record.Version;
        var earlier = Record.Ties.FirstOrDefault(t => t.IsAbout(Places));
        Chosen = [.. earlier?.Exporters ?? []];
        Reason = earlier?.Reason;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Votes.Read(ModelState, nameof(Votes)) is not { } votes)
        {
            return Page();
        }
        var done = await decide.Run(
            id,
            Version,
            (Places.Province, Places.ProductGroup),
            Chosen,
            Reason,
            votes,
            Cancellation
        );
        return done.Done
            ? Redirect(Links.Committee.Meeting(id))
            : Refuse(
                done.Reasons,
                r =>
                    r switch
                    {
                        CommitteeRefusal.ChoiceWrong => nameof(Chosen),
                        CommitteeRefusal.NoReason => nameof(Reason),
                        CommitteeRefusal.VotesWrong or CommitteeRefusal.NotCarried =>
                            $"{nameof(Votes)}.{nameof(VotesForm.For)}",
                        _ => "",
                    },
                CommitteeTexts.Refused
            );
    }

    protected override async Task<IActionResult?> Open()
    {
        if (await base.Open() is { } answer)
        {
            return answer;
        }
        var group = string.IsNullOrEmpty(Group) ? null : Group;
        if (
            Level.FirstOrDefault(t => t.Province == Province && t.ProductGroup == group)
            is not { } found
        )
        {
            return NotFound();
        }
        Places = found;
        return null;
    }
}
