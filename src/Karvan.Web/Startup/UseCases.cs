using Karvan.Core.Accounts;
using Karvan.Core.Audit;
using Karvan.Core.Consortia;
using Karvan.Core.Customs;
using Karvan.Core.Files;
using Karvan.Core.Jobs;
using Karvan.Core.Promoters;
using Karvan.Core.Reference;
using Karvan.Core.Registry;
using Karvan.Core.Registry.Twins;
using Karvan.Web.Consortia.Demo;
using Karvan.Web.Customs.Demo;
using Karvan.Web.Customs.Work;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Registry.Letters;
using Karvan.Web.Registry.Pages.Enterprises;
using Karvan.Web.Registry.Pages.Promoters.Apply;
using Karvan.Web.Registry.Pages.Reference;
using Karvan.Web.Registry.Work;

namespace Karvan.Web.Startup;

/// <summary>The use cases and searches of Karvan.Core, room by room; each lives as long as a request.</summary>
internal static class UseCases
{
    public static void AddUseCases(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddAudit();
        services.AddFiles();
        services.AddRegistry();
        services.AddPromoters();
        services.AddReference();
        services.AddConsortia();
        services.AddWork();
        services.AddScoped<DemoFilling>();
        services.AddScoped<IDemoPart, DemoEraCertificates>();
        services.AddScoped<IDemoPart, DemoCustoms>();
    }

    /// <summary>What the start page asks, in the order it shows.</summary>
    private static void AddWork(this IServiceCollection services)
    {
        services.AddScoped<IRoomWork, RegistryWork>();
        services.AddScoped<IRoomWork, EraWork>();
        services.AddScoped<IRoomWork, PromoterWork>();
        services.AddScoped<IRoomWork, TradeWork>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignUp>();
        services.AddScoped<ConfirmEmail>();
        services.AddScoped<ResetPassword>();
        services.AddScoped<Sessions>();
        services.AddScoped<CodeCheck>();
        services.AddScoped<FailedTries>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<EditAccount>();
        services.AddScoped<InvitePeople>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<FirmPeople>();
        services.AddScoped<GiveGrant>();
        services.AddScoped<PeopleSearch>();
        services.AddScoped<KeepAccount>();
        services.AddScoped<DeliverOutbox>();
        services.AddScoped<ILetters, AccountLetters>();
    }

    private static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditSearch>();
        services.AddScoped<AuditVerification>();
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddScoped<StoreFile>();
        services.AddScoped<ReadFile>();
    }

    private static void AddRegistry(this IServiceCollection services)
    {
        services.AddScoped<RegisterEnterprise>();
        services.AddScoped<EditEnterprise>();
        services.AddScoped<VerifyEnterprise>();
        services.AddScoped<EnterpriseSearch>();
        services.AddScoped<EnterpriseCard>();
        services.AddScoped<AddEraCertificate>();
        services.AddScoped<CheckEraCertificate>();
        services.AddScoped<EraCertificateSearch>();
        services.AddScoped<SucceedEnterprise>();
        services.AddScoped<UndoSuccession>();
        services.AddScoped<Successions>();
        services.AddScoped<TwinSearch>();
        services.AddScoped<TellTwinsApart>();
        services.AddScoped<NoteAllTwins>();
        services.AddScoped<EnterpriseNeighbours>();
        services.AddScoped<IDemoPart, DemoTwins>();
    }

    private static void AddPromoters(this IServiceCollection services)
    {
        services.AddScoped<SaveApplication>();
        services.AddScoped<SubmitApplication>();
        services.AddScoped<InterviewPromoter>();
        services.AddScoped<AskPromoter>();
        services.AddScoped<DecidePromoter>();
        services.AddScoped<ChangeStanding>();
        services.AddScoped<PromoterFile>();
        services.AddScoped<PromoterWorklist>();
        services.AddScoped<PromoterDirectory>();
        services.AddScoped<IPromoterLetters, PromoterLetters>();
        services.AddScoped<SectionDesk>();
        services.AddScoped<IDemoPart, DemoPromoters>();
    }

    private static void AddReference(this IServiceCollection services)
    {
        services.AddScoped<ReferenceShelf>();
        services.AddScoped<AddReferenceRow>();
        services.AddScoped<EditReferenceRow>();
        services.AddScoped<WithdrawReferenceRow>();
        services.AddScoped<ImportHolidays>();
        services.AddScoped<BeginLists>();
        services.AddScoped<RowWork>();
        services.AddScoped<IDemoPart, DemoLists>();
    }

    private static void AddConsortia(this IServiceCollection services)
    {
        services.AddScoped<ConsortiumSearch>();
        services.AddScoped<Memberships>();
        services.AddScoped<RecordConsortium>();
        services.AddScoped<EditConsortium>();
        services.AddScoped<DissolveConsortium>();
        services.AddScoped<AddMember>();
        services.AddScoped<EndMembership>();
        services.AddScoped<RemoveMember>();
        services.AddScoped<IDemoPart, DemoConsortia>();
    }
}
