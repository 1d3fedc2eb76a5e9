using Karvan.Consortia;
using Karvan.Platform.Accounts;
using Karvan.Platform.Audit;
using Karvan.Platform.Files;
using Karvan.Platform.Outbox;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;
using Karvan.Registry.Twins;
using Karvan.Web.Work;

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
        services.AddScoped<Demo.DemoFilling>();
        services.AddScoped<Demo.IDemoPart, Demo.DemoEraCertificates>();
        services.AddScoped<Demo.IDemoPart, Demo.DemoCustoms>();
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
        services.AddScoped<ILetters, Letters>();
    }

    private static void AddAudit(this IServiceCollection services)
    {
    }

    private static void AddFiles(this IServiceCollection services)
    {
    }

    private static void AddRegistry(this IServiceCollection services)
    {
        services.AddScoped<Pages.Enterprises.EnterpriseNeighbours>();
        services.AddScoped<Demo.IDemoPart, Demo.DemoTwins>();
    }

    private static void AddPromoters(this IServiceCollection services)
    {
        services.AddScoped<IPromoterLetters, PromoterLetters>();
        services.AddScoped<Pages.Promoters.Apply.SectionDesk>();
        services.AddScoped<Demo.IDemoPart, Demo.DemoPromoters>();
    }

    private static void AddReference(this IServiceCollection services)
    {
        services.AddScoped<Pages.Reference.RowWork>();
        services.AddScoped<Demo.IDemoPart, Demo.DemoLists>();
    }

    private static void AddConsortia(this IServiceCollection services)
    {
        services.AddScoped<Demo.IDemoPart, Demo.DemoConsortia>();
    }
}
