using Karvan.Consortia;
using Karvan.Web.Components.Frames;
using Karvan.Web.Consortia.Demo;
using Karvan.Web.Consortia.Firms;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Registry.Firms;
using Karvan.Web.Settings;

namespace Karvan.Web.Consortia;

/// <summary>Consortia and their members.</summary>
internal sealed class ConsortiaPages : IWebModule
{
    public int Order => 6;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddScoped<IFirmLinks, ConsortiaOfFirm>();
        services.AddScoped<IDemoPart, DemoConsortia>();
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(
                NavigationGroup.Consortia,
                10,
                ConsortiaActs.ReadConsortium,
                "nav.consortia",
                Links.Consortia.Index
            ),
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [SubjectPage.At(nameof(Consortium), Links.Consortia.Details)];

    public IEnumerable<NewsKind> News =>
        NewsKind.Of(
            ConsortiaActs.ReadConsortium,
            typeof(ConsortiumRecorded),
            typeof(ConsortiumEdited),
            typeof(ConsortiumDissolved),
            typeof(MemberAdded),
            typeof(MembershipEnded),
            typeof(MemberRemoved)
        );

    public IEnumerable<ValueTexts> Values => [new("Consortium.State", "consortium.state.")];
}
