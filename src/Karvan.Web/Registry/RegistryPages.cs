using System.Globalization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Claims;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Registry.Firms;
using Karvan.Web.Registry.Pages.Enterprises;
using Karvan.Web.Registry.Pages.Promoters.Apply;
using Karvan.Web.Registry.Pages.Reference;
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
        services.AddScoped<DemoFilling>();
        services.AddScoped<IDemoPart, DemoDuplicates>();
        services.AddScoped<IDemoPart, DemoPromoters>();
        services.AddScoped<IDemoPart, DemoLists>();
        services.AddScoped<IDemoPart, DemoEraCertificates>();
        services.AddScoped<IDemoPart, DemoClaims>();
        services.AddScoped<DemoPeople>();
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(
                NavigationGroup.Work,
                20,
                RegistryActs.ReadPromoterApplications,
                "nav.promoter-applications",
                Links.Promoters.Applications.Index
            ),
            new(
                NavigationGroup.Work,
                25,
                RegistryActs.ApplyAsPromoter,
                "nav.own-application",
                Links.Promoters.Apply.Index
            )
            {
                ShownTo = (who, _) =>
                    who.Grants.Any(g => g.Role is Role.Promoter)
                    || (who.Grants.Count == 0 && who.PersonId is not null),
            },
            new(
                NavigationGroup.Work,
                30,
                RegistryActs.SucceedEnterprise,
                "nav.duplicates",
                Links.Enterprises.Duplicates
            ),
            new(
                NavigationGroup.Work,
                35,
                RegistryActs.ListClaims,
                "nav.claims",
                Links.Claims.Index
            ),
            new(
                NavigationGroup.Firms,
                10,
                RegistryActs.ReadEnterprise,
                "nav.enterprises",
                Links.Enterprises.Index
            ),
            new(
                NavigationGroup.Firms,
                20,
                RegistryActs.ReadEraCertificate,
                "nav.era",
                Links.Era.Index
            ),
            new(
                NavigationGroup.Consortia,
                20,
                PlatformActs.ReadPublic,
                "nav.promoters",
                Links.Promoters.Index
            ),
            new(
                NavigationGroup.Rules,
                20,
                RegistryActs.ReadReference,
                "nav.reference",
                Links.Reference.Index
            ),
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [
            SubjectPage.At(nameof(Enterprise), Links.Enterprises.Details),
            SubjectPage.OfFirm(nameof(EraCertificate), Links.Era.Certificate),
            SubjectPage.At(nameof(FirmClaim), Links.Claims.Details),
            SubjectPage.At(nameof(LikelyDuplicate), Links.Enterprises.Duplicate),
            SubjectPage.At(nameof(Promoter), Links.Promoters.Applications.Details),
            // A list shows all its rows on one page.
            SubjectPage.None(nameof(Mission)),
            SubjectPage.None(nameof(Holiday)),
            SubjectPage.None(nameof(ProductGroup)),
            SubjectPage.None(nameof(SizeThreshold)),
            SubjectPage.None(nameof(CountryAlias)),
        ];

    public IEnumerable<ReadValue> ReadValues =>
        [
            new(
                "EraCertificate.Score",
                (hundredths, words) =>
                    PageTexts.Name(
                        words.Number(decimal.Parse(hundredths, CultureInfo.InvariantCulture) / 100m)
                    )
            ),
        ];

    public IEnumerable<NoticeLink> NoticeLinks =>
        [
            .. NoticeKind
                .Of(typeof(PromoterNotices))
                .Select(k => new NoticeLink(k, Links.Promoters.Apply.Index)),
            NoticeLink.To(FirmNotices.Verified, Links.Enterprises.Details),
            NoticeLink.To(FirmNotices.Asked, Links.Enterprises.Answer),
            NoticeLink.To(FirmNotices.Refused, Links.Enterprises.Details),
            NoticeLink.ToSubject(CertificateNotices.Accepted),
            NoticeLink.ToSubject(CertificateNotices.Refused),
            NoticeLink.To(FirmNotices.ClaimAccepted, Links.Claims.Details),
            NoticeLink.To(FirmNotices.ClaimRefused, Links.Claims.Details),
        ];

    public IEnumerable<NewsKind> News =>
        [
            .. NewsKind.Of(
                RegistryActs.ReadEnterprise,
                typeof(EnterpriseRegistered),
                typeof(EnterpriseEdited),
                typeof(EnterpriseMoved),
                typeof(EnterpriseVerified),
                typeof(EnterpriseAsked),
                typeof(EnterpriseAnswered),
                typeof(EnterpriseRefused),
                typeof(EnterpriseSucceeded),
                typeof(SuccessionUndone)
            ),
            .. NewsKind.Of(
                RegistryActs.ReadEraCertificate,
                typeof(EraCertificateAdded),
                typeof(EraCertificateAccepted),
                typeof(EraCertificateRefused)
            ),
            .. NewsKind.Of(
                RegistryActs.ListClaims,
                typeof(FirmClaimed),
                typeof(FirmClaimAccepted),
                typeof(FirmClaimRefused)
            ),
            .. NewsKind.Of(
                RegistryActs.ReadPromoter,
                typeof(PromoterApplicationSubmitted),
                typeof(PromoterAsked),
                typeof(PromoterApproved),
                typeof(PromoterRefused),
                typeof(PromoterSuspended),
                typeof(PromoterReturned),
                typeof(PromoterWithdrawn)
            ),
        ];

    public IEnumerable<ValueTexts> Values =>
        [
            new("Enterprise.State", "enterprise.state."),
            new("FirmClaim.State", "claim.state."),
            new("EraCertificate.State", "era.state."),
            new("Promoter.State", "promoter.state."),
            new("Judgement", "promoter.judgement."),
            new("Quality", "promoter.quality."),
        ];
}
