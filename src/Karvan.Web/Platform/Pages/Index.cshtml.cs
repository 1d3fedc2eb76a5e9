using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Desk;
using Karvan.Web.Settings;

namespace Karvan.Web.Platform.Pages;

/// <summary>The front door: what Karvan is for and where to begin; for those who are signed in, what waits for them.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class HomeModel(IServiceProvider services, KarvanSettings settings, PageTexts words)
    : KarvanPage
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

    /// <summary>Somebody who has just come: no role, no firm, nothing under way.</summary>
    public bool IsNew => Actor.Grants.Count == 0 && Desk is { Turn: [], WithOthers: [] };

    public bool IsDemo => settings.Demo;

    /// <summary>Null for those who are not signed in.</summary>
    public PersonDesk? Desk { get; private set; }

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
        if (IsSignedIn)
        {
            // What modules ask is made for those alone who have a desk.
            Desk = await services
                .GetRequiredService<DeskSearch>()
                .Find(Actor, HttpContext.RequestAborted);
        }
    }
}
