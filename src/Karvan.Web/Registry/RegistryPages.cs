using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Registry.Firms;
using Karvan.Web.Registry.Pages.Enterprises;
using Karvan.Web.Registry.Pages.Promoters.Apply;
using Karvan.Web.Registry.Pages.Reference;
using Karvan.Web.Registry.Work;
using Karvan.Web.Settings;

namespace Karvan.Web.Registry;

/// <summary>Firms and their certificates, the databank of promoters, and the lists that the rest refers to.</summary>
internal sealed class RegistryPages : IWebModule
{
    public int Order => 3;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddScoped<IFirmNames, RegistryFirmNames>();
        services.AddScoped<EnterpriseNeighbours>();
        services.AddScoped<SectionDesk>();
        services.AddScoped<RowWork>();
        services.AddScoped<IPendingWork, RegistryWork>();
        services.AddScoped<IPendingWork, EraWork>();
        services.AddScoped<IPendingWork, PromoterWork>();
        services.AddScoped<DemoFilling>();
        services.AddScoped<IDemoPart, DemoDuplicates>();
        services.AddScoped<IDemoPart, DemoPromoters>();
        services.AddScoped<IDemoPart, DemoLists>();
        services.AddScoped<IDemoPart, DemoEraCertificates>();
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(10, RegistryActs.ReadEnterprise, "nav.enterprises", Links.Enterprises.Index),
            new(20, RegistryActs.ReadEnterprise, "nav.era", Links.Era.Index),
            new(50, PlatformActs.ReadPublic, "nav.promoters", Links.Promoters.Index),
            new(
                60,
                RegistryActs.ReadPromoterApplications,
                "nav.promoter-applications",
                Links.Promoters.Applications.Index
            ),
            new(90, RegistryActs.ReadReference, "nav.reference", Links.Reference.Index),
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [
            SubjectPage.At(nameof(Enterprise), Links.Enterprises.Details),
            SubjectPage.OfFirm(nameof(EraCertificate), Links.Era.Certificate),
            SubjectPage.At(nameof(LikelyDuplicate), Links.Enterprises.Duplicate),
            SubjectPage.At(nameof(Promoter), Links.Promoters.Applications.Details),
            // A list shows all its rows on one page.
            SubjectPage.None(nameof(Mission)),
            SubjectPage.None(nameof(Holiday)),
            SubjectPage.None(nameof(ProductGroup)),
            SubjectPage.None(nameof(SizeThreshold)),
            SubjectPage.None(nameof(CountryAlias)),
        ];

    public IEnumerable<NoticeLink> NoticeLinks =>
        [
            .. NoticeKind
                .Of(typeof(PromoterNotices))
                .Select(k => new NoticeLink(k, Links.Promoters.Apply.Index)),
        ];

    public IEnumerable<ValueTexts> Values =>
        [
            new("Enterprise.State", "enterprise.state."),
            new("EraCertificate.State", "era.state."),
            new("Promoter.State", "promoter.state."),
            new("Judgement", "promoter.judgement."),
            new("Quality", "promoter.quality."),
        ];
}
