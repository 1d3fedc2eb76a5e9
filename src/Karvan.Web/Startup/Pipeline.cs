using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Settings;
using Karvan.Web.Telemetry;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Karvan.Web.Startup;

/// <summary>What every request passes, in order, and what is done before the first one.</summary>
public static class Pipeline
{
    /// <summary>Brings the database up to date and begins the lists that ship with rows; in demo mode fills it once.</summary>
    public static async Task Prepare(this WebApplication app, KarvanSettings settings)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        await Databases.Migrate(db);
        app.Services.MakeKeys();
        await scope.ServiceProvider.GetRequiredService<BeginLists>().Run();
        // What fills the demo is many things: they are made only where there is something to fill.
        if (settings.Demo && await DemoFilling.IsNeeded(db))
        {
            await scope.ServiceProvider.GetRequiredService<DemoFilling>().Run(settings.DemoFirms);
        }
    }

    public static void UseKarvan(this WebApplication app)
    {
        app.UseTrustedProxies();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
        app.UseRequestLog();
        if (app.Services.GetRequiredService<KarvanSettings>().Otlp is not null)
        {
            app.UseRequestSpans();
        }
        app.UseLook();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(SessionCookie.HoldUnknown);
        // Behind it, since letters are counted by who has them sent.
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        foreach (var module in WebModules.All)
        {
            module.Map(app);
        }
        app.MapMeasurements();
        // Files are everybody's: nobody asks who wants one. Nor how often, and each would be a route of its own.
        app.MapStaticAssets().ShortCircuit().DisableHttpMetrics();
        app.MapRazorPages().WithStaticAssets();
    }
}
