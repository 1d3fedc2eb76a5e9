using System.Globalization;
using System.Text;

namespace Karvan.Web.Telemetry;

/// <summary>Families as text in the exposition format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<Family> families)
    {
        var text = new StringBuilder();
        foreach (var family in families.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var series = family.Series.ToList();
            if (series.Count == 0)
            {
                continue;
            }
            var help = family
                .Help.Replace("\\", @"\\", StringComparison.Ordinal)
                .Replace("\n", @"\n", StringComparison.Ordinal);
            text.Append(
                CultureInfo.InvariantCulture,
                $"# HELP {family.Name} {help}\n# TYPE {family.Name} {family.Kind.ToString().ToLowerInvariant()}\n"
            );
            foreach (var (labels, values) in series)
            {
                Write(text, family, labels, values);
            }
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Family family, string[] values, Series series)
    {
        var (sum, counts) = series.Read();
        if (family.Kind is not FamilyKind.Histogram)
        {
            Line(text, family.Name, Labels(family, values), sum);
            return;
        }
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            var bound = i < family.Bounds.Count ? Number(family.Bounds[i]) : "+Inf";
            Line(text, family.Name + "_bucket", Labels(family, values, ("le", bound)), total);
        }
        Line(text, family.Name + "_sum", Labels(family, values), sum);
        Line(text, family.Name + "_count", Labels(family, values), total);
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {Number(value)}\n");

    private static string Labels(
        Family family,
        string[] values,
        (string Name, string Value)? last = null
    )
    {
        var pairs = family
            .Labels.Zip(values)
            // An empty label and none are the same.
            .Where(p => p.Second.Length > 0)
            .Select(p => (Name: PrometheusName.Plain(p.First), Value: p.Second));
        if (last is { } more)
        {
            pairs = pairs.Append(more);
        }
        var text = string.Join(',', pairs.Select(p => $"{p.Name}=\"{Escaped(p.Value)}\""));
        return text.Length == 0 ? "" : $"{{{text}}}";
    }

    private static string Escaped(string value) =>
        value
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Number(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
