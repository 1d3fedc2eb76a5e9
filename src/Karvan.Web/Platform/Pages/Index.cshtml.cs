using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Pages;

/// <summary>The front door: what Karvan is for and where to begin; for those who are signed in, what waits for them.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class HomeModel(
    IEnumerable<IPendingWork> pending,
    IPageFrame frames,
    KarvanSettings settings,
    PageTexts words
) : KarvanPage
{
    private static readonly string[] StepKeys =
    [
        "home.step-1",
        "home.step-2",
        "home.step-3",
        "home.step-4",
        "home.step-5",
    ];

    public bool IsSignedIn => Actor.PersonId is not null;

    /// <summary>Staff have no firm to register here.</summary>
    public bool MayOwnFirm => Actor.Grants.All(g => g.EnterpriseId is not null);

    public bool IsDemo => settings.Demo;

    /// <summary>What others wait for first.</summary>
    public IReadOnlyList<PendingWork> Waiting { get; private set; } = [];

    /// <summary>Where they may go, as the navigation has it.</summary>
    public IReadOnlyList<NavigationEntry> Places { get; private set; } = [];

    /// <summary>The five steps of a consortium (G).</summary>
    public StepRail Steps =>
        new(
            words["home.steps"],
            [.. StepKeys.Select(key => new RailStep(words[key], StepState.Ahead))]
        )
        {
            ShowsStates = false,
        };

    /// <summary>What modules show of themselves to those who are not signed in.</summary>
    public static IReadOnlyList<string> Parts => WebModules.FrontDoor;

    public async Task OnGetAsync()
    {
        if (!IsSignedIn)
        {
            return;
        }
        var work = new List<PendingWork>();
        foreach (var part in pending)
        {
            work.AddRange(await part.Find(Actor, HttpContext.RequestAborted));
        }
        Waiting = [.. work.OrderByDescending(w => w.Urgent)];
        Places = (await frames.OfAsync(HttpContext)).Navigation;
    }
}
