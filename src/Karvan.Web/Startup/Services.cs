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
        services.AddHosts(settings);
        services.AddSigningIn(settings);
        services.AddAntiforgery(o => Seal(o.Cookie, "karvan-form", settings));
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddRazorPages(ModulePages.Set).AddMvcOptions(o => o.Filters.Add<AskFirst>());
        services.Configure<RazorViewEngineOptions>(ModulePages.Set);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddRateLimits();
        services.AddMeasurements();
        services.AddTelemetry(settings.Otlp);
        services.AddLook();
    }

    /// <summary>
    /// In production a cookie travels over HTTPS alone, and a browser takes it from this host and for all of it: no other host
    /// of the domain can put one in its place.
    /// </summary>
    private static void Seal(CookieBuilder cookie, string name, KarvanSettings settings)
    {
        cookie.Name = settings.SealsCookies ? "__Host-" + name : name;
        cookie.SecurePolicy = settings.SealsCookies
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.HttpOnly = true;
    }

    private static void AddSigningIn(this IServiceCollection services, KarvanSettings settings)
    {
        services.AddKarvanIdentity();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o =>
            {
                Seal(o.Cookie, "karvan", settings);
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
