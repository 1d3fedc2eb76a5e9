using System.ComponentModel.DataAnnotations;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>What an interviewer found of one quality, as it is typed.</summary>
public sealed class FindingForm
{
    [Required]
    public string? Judgement { get; set; }

    [KeptIn<InterviewFinding>]
    public string? Note { get; set; }
}

/// <summary>The note of an interview: a judgement for each quality of S.b, and what the interviewer thinks overall.</summary>
[Asks(nameof(RegistryActs.InterviewPromoter))]
public sealed class ApplicationInterviewModel(PromoterFile file, InterviewPromoter interview)
    : ApplicationPage(file)
{
    private static readonly int Qualities = Enum.GetValues<PromoterQuality>().Length;

    [BindProperty, KeptIn<PromoterInterview>]
    public string? HeldOn { get; set; }

    [BindProperty, KeptIn<PromoterInterview>]
    public string? Overall { get; set; }

    /// <summary>In the order of S.b.</summary>
    [BindProperty]
    public List<FindingForm> Findings { get; set; } = [];

    public void OnGet()
    {
        Findings = [.. Enumerable.Range(0, Qualities).Select(_ => new FindingForm())];
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        while (Findings.Count < Qualities)
        {
            ModelState.AddModelError($"Findings[{Findings.Count}].Judgement", "field.required");
            Findings.Add(new FindingForm());
        }
        if (!SolarDate.TryParse(HeldOn, out var day) && !string.IsNullOrWhiteSpace(HeldOn))
        {
            ModelState.AddModelError(nameof(HeldOn), "field.date");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var note = new InterviewNote(
            day,
            Overall!,
            [
                .. Findings
                    .Take(Qualities)
                    .Select(
                        (f, i) =>
                            (
                                (PromoterQuality)i,
                                EnumNames.TryParse<Judgement>(f.Judgement, out var judgement)
                                    ? judgement
                                    : (Judgement)(-1),
                                f.Note
                            )
                    ),
            ]
        );
        var done = await interview.Run(id, Person, Actor.Name, note, HttpContext.RequestAborted);
        if (done.Done)
        {
            return Redirect(Links.Promoters.Applications.Details(id));
        }
        return Refuse(
            done.Reasons,
            r =>
                r switch
                {
                    PromoterRefusal.DayWrong => nameof(HeldOn),
                    PromoterRefusal.JudgementMissing => "Findings[0].Judgement",
                    _ => nameof(Overall),
                },
            r => $"promoter.refused.{r}"
        );
    }

    protected override Task<IActionResult?> Open() =>
        Task.FromResult<IActionResult?>(
            MayInterview ? null : Redirect(Links.Promoters.Applications.Details(Promoter.Id))
        );
}
