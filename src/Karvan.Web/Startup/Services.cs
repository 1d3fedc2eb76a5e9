using Karvan.Platform.Accounts;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Web.Authorization;
using Karvan.Web.Components;
using Karvan.Web.Components.Frames;
using Karvan.Web.Modules;
using Karvan.Web.Settings;
using Karvan.Web.Telemetry;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Karvan.Web.Startup;

/// <summary>What the application is put together from.</summary>
public static class Services
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    public static void AddKarvan(this IServiceCollection services, KarvanSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddKarvanDatabase(settings.Database);
        services.AddModules();
        foreach (var module in WebModules.All)
        {
            module.AddPages(services, settings);
        }
        services.AddPartsOfModules();
        services.AddSigningIn();
        services.AddAntiforgery(o => o.Cookie.Name = "karvan-form");
        services.AddRazorPages(ModulePages.Set).AddMvcOptions(o => o.Filters.Add<AskFirst>());
        services.Configure<RazorViewEngineOptions>(ModulePages.Set);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddRateLimits();
        services.AddMeasurements();
        services.AddTelemetry(settings.Otlp);
        services.AddLook();
    }

    private static void AddSigningIn(this IServiceCollection services)
    {
        services.AddKarvanIdentity();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o =>
            {
                o.Cookie.Name = "karvan";
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.LoginPath = PageFrame.SignInPath;
                o.ReturnUrlParameter = "back";
                o.ExpireTimeSpan = Idle;
                o.SlidingExpiration = true;
                o.EventsType = typeof(SessionCookie);
            });
        services.AddScoped<SessionCookie>();
        services.AddAuthorization();
    }
}
