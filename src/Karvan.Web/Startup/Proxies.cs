using Karvan.Web.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Karvan.Web.Startup;

/// <summary>What the application believes about where a request comes from, and for which host.</summary>
internal static class Proxies
{
    /// <summary>Probes ask on the machine itself.</summary>
    private static readonly string[] Near = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Requests for another host than that of the address are refused.</summary>
    public static void AddHosts(this IServiceCollection services, KarvanSettings settings)
    {
        if (settings.Address is { } address)
        {
            services.PostConfigure<HostFilteringOptions>(o =>
                o.AllowedHosts = [new Uri(address).Host, .. Near]
            );
        }
    }

    /// <summary>Scheme and client as trusted proxies say, along the whole row of them; from anybody else nothing.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<KarvanSettings>().Proxies.Trusted;
        if (trusted.Count == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted)
        {
            options.KnownIPNetworks.Add(network);
        }
        app.UseForwardedHeaders(options);
    }
}
