using Karvan.Platform.Telemetry;

namespace Karvan.Web.Telemetry;

/// <summary>
/// Which meters are read, and which of their labels are kept: those with few values that name no person, no firm and
/// no installation. What is left out is added up.
/// </summary>
internal static class KeptLabels
{
    private static readonly Dictionary<string, string[]> ByMeter = new(StringComparer.Ordinal)
    {
        // The route is the pattern of an address, such as enterprises/{id}.
        ["Microsoft.AspNetCore.Hosting"] =
        [
            "http.request.method",
            "http.route",
            "http.response.status_code",
        ],
        ["Microsoft.AspNetCore.RateLimiting"] =
        [
            "aspnetcore.rate_limiting.policy",
            "aspnetcore.rate_limiting.result",
        ],
        ["Microsoft.AspNetCore.Server.Kestrel"] = [],
        ["Npgsql"] = ["db.client.connection.state"],
        ["System.Runtime"] = ["cpu.mode", "gc.heap.generation", "dotnet.gc.heap.generation"],
        [KarvanMeter.Name] = [KarvanMeter.Kind, KarvanMeter.Outcome],
    };

    public static IEnumerable<string> Meters => ByMeter.Keys;

    /// <returns>Null for a meter that is not read.</returns>
    public static string[]? Of(string meter) => ByMeter.GetValueOrDefault(meter);
}
