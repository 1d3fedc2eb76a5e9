using Karvan.Platform;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Registry;

/// <summary>Firms with their certificates, the promoters' databank, and reference lists.</summary>
public sealed class RegistryModule : IModule
{
    public string Name => "Registry";

    public Type? After => typeof(PlatformModule);

    public IReadOnlyList<Act> Acts { get; } = Act.Of(typeof(RegistryActs));

    public IReadOnlyList<NoticeKind> Notices { get; } = NoticeKind.Of(typeof(PromoterNotices));

    public IReadOnlyList<DeadlineKind> Deadlines { get; } =
    [CertificateDeadlines.EraCertificateExpires];

    public IEnumerable<string> Locks =>
        [.. ReferenceTables.Locks, RegistryLocks.Successions, RegistryLocks.Duplicates];

    public void Map(ModelBuilder builder, KarvanContext db)
    {
        RegistryTables.Map(builder, db);
        DuplicateTables.Map(builder);
        EraTables.Map(builder, db);
        PromoterTables.Map(builder, db);
        ReferenceTables.Map(builder);
    }

    public void AddServices(IServiceCollection services)
    {
        AddFirms(services);
        AddPromoters(services);
        services.AddScoped<ReferenceShelf>();
        services.AddScoped<AddReferenceRow>();
        services.AddScoped<EditReferenceRow>();
        services.AddScoped<WithdrawReferenceRow>();
        services.AddScoped<ImportHolidays>();
        services.AddScoped<BeginLists>();
    }

    private static void AddFirms(IServiceCollection services)
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
        services.AddScoped<DuplicateSearch>();
        services.AddScoped<TellDuplicatesApart>();
        services.AddScoped<NoteAllDuplicates>();
        services.AddScoped<IFirmProvinces, FirmProvinces>();
    }

    private static void AddPromoters(IServiceCollection services)
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
    }
}
