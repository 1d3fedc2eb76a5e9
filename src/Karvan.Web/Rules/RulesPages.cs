using Karvan.Platform.Authorization;
using Karvan.Web.Components.Frames;
using Karvan.Web.Modules;
using Karvan.Web.Settings;

namespace Karvan.Web.Rules;

/// <summary>The rulebooks that ship with Karvan, to be read by anybody.</summary>
internal sealed class RulesPages : IWebModule
{
    public int Order => 2;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddSingleton(_ => RulebookCatalog.Beside());
        services.AddHostedService<RulebookOpening>();
    }

    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(RulebookStyle.Path, RulebookStyle.Get);

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(
                NavigationGroup.Rules,
                10,
                PlatformActs.ReadPublic,
                "nav.rulebooks",
                Links.Rulebooks.Index
            ),
        ];

    public IEnumerable<string> FrontDoor => ["/Rules/Pages/Rulebooks/_FrontDoor.cshtml"];
}
