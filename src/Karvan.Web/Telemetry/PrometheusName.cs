namespace Karvan.Web.Telemetry;

/// <summary>The name of an instrument as Prometheus wants it: with its unit, and <c>_total</c> behind a counter.</summary>
internal static class PrometheusName
{
    public static string Of(string name, string? unit, FamilyKind kind)
    {
        var written = Plain(name);
        written = Ending(written, UnitOf(unit));
        return kind is FamilyKind.Counter ? Ending(written, "total") : written;
    }

    public static string Plain(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Ending(string name, string ending) =>
        ending.Length == 0 || name.EndsWith("_" + ending, StringComparison.Ordinal)
            ? name
            : $"{name}_{ending}";

    /// <summary>What stands in braces only says what is counted.</summary>
    private static string UnitOf(string? unit) =>
        unit switch
        {
            "s" => "seconds",
            "By" => "bytes",
            _ => "",
        };
}
