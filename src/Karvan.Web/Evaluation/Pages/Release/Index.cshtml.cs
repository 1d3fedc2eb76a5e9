using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Release;
using Karvan.Platform.Fields;
using Karvan.Platform.Notices;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Evaluation.Pages.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Release;

/// <summary>A letter as a reader of it would get it, with example points.</summary>
public sealed record PreviewedLetter(FinalStanding Standing, int Count, string Title, string Text);

/// <summary>What a release makes known to whom, and the letters that go out; then the release itself.</summary>
[Asks(nameof(EvaluationActs.ReleaseResult))]
public sealed class ReleaseModel(
    CampaignSearch campaigns,
    CampaignReadiness readiness,
    ReleasePreview previews,
    ReleaseLetters letters,
    ReleaseResult release,
    INoticeWriter writer,
    PageTexts words
) : RecordPage<Campaign>
{
    private const decimal ExamplePoints = 512.5m;
    private const int ExampleRank = 3;

    [BindProperty]
    public int Version { get; set; }

    [
        BindProperty,
        Field("release.remark", Hint = "release.remark-hint", Longest = Lengths.Text, Rows = 4)
    ]
    public string? Remark { get; set; }

    /// <summary>Whether the letters are only to be looked at with what was added.</summary>
    [BindProperty]
    public bool Look { get; set; }

    public Campaign Campaign => Record;

    public TaskList Needs { get; private set; } = null!;

    /// <summary>Null while no result is approved.</summary>
    public Previewed? Preview { get; private set; }

    public IReadOnlyList<PreviewedLetter> Letters =>
        [
            .. (Preview?.Standings ?? new Dictionary<FinalStanding, int>()).Select(s =>
            {
                var letter = writer.Write(
                    ReleaseNotices.Of(s.Key),
                    words.Language,
                    [
                        ("name", words["release.example-name"].Bare),
                        .. letters.Values(
                            Campaign,
                            ExamplePoints,
                            ExampleRank,
                            string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim()
                        ),
                        ("id", Campaign.Id),
                    ]
                );
                return new PreviewedLetter(s.Key, s.Value, letter.Title, letter.Text);
            }),
        ];

    public void OnGet() => Version = Campaign.Version;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Look)
        {
            return Page();
        }
        var done = await release.Run(id, Version, Remark, Cancellation);
        return done.Done
            ? Redirect(Links.Cards.Index(id))
            : Refuse(done.Reasons, _ => "", r => $"release.refused.{r}");
    }

    protected override Task<Campaign?> Find(Guid id) => campaigns.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Campaign record) => [record.Subject];

    /// <summary>From another state than the committee's nothing is released.</summary>
    protected override async Task<IActionResult?> Open()
    {
        if (CampaignMoves.Find(CampaignMoves.Release, Campaign.State) is not { } step)
        {
            return NotFound();
        }
        var found = await readiness.Of(Campaign, Cancellation);
        Needs = NeedTexts.List(Campaign, found.Where(f => step.Needs.Contains(f.Need)), words);
        Preview = await previews.Of(Campaign, Cancellation);
        return null;
    }
}
