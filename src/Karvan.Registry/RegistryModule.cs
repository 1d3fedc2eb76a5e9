using Karvan.Platform;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Claims;
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

    public IReadOnlyList<NoticeKind> Notices { get; } =
    [
        .. NoticeKind.Of(typeof(PromoterNotices)),
        .. NoticeKind.Of(typeof(FirmNotices)),
        .. NoticeKind.Of(typeof(CertificateNotices)),
    ];

    public IReadOnlyList<DeadlineKind> Deadlines { get; } =
    [CertificateDeadlines.EraCertificateExpires, FirmDeadlines.AnswerDue];

    public IEnumerable<string> Locks =>
        [.. ReferenceTables.Locks, RegistryLocks.Successions, RegistryLocks.Duplicates];

    public void Map(ModelBuilder builder, KarvanContext db)
    {
        RegistryTables.Map(builder, db);
        ClaimTables.Map(builder, db);
        DuplicateTables.Map(builder);
        EraTables.Map(builder, db);
        PromoterTables.Map(builder, db);
        ReferenceTables.Map(builder);
    }

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCasesOf(typeof(RegistryModule).Assembly);
        AddFirms(services);
        AddPromoters(services);
    }

    private static void AddFirms(IServiceCollection services)
    {
        services.AddScoped<IFirmProvinces, FirmProvinces>();
    }

    private static void AddPromoters(IServiceCollection services) { }
}
