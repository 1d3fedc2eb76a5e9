using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Karvan.Web.Tests.Measures;

/// <summary>One line of the text: a name, its labels, a number.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    public string this[string label] => Labels.GetValueOrDefault(label, "");

    /// <summary>The labels without the bound of a bucket.</summary>
    public string Of =>
        string.Join(
            ',',
            Labels
                .Where(l => l.Key is not "le")
                .OrderBy(l => l.Key, StringComparer.Ordinal)
                .Select(l => $"{l.Key}={l.Value}")
        );
}

/// <summary>
/// Reads the exposition format 0.0.4 by its grammar, and refuses what a strict reader would: a family told twice, types after
/// samples, the same series twice, buckets that fall or do not end with +Inf.
/// </summary>
internal sealed partial class Exposition
{
    private static readonly string[] Kinds = ["counter", "gauge", "histogram"];

    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly List<Sample> samples = [];

    public IReadOnlyDictionary<string, string> Types => types;

    public IReadOnlyList<Sample> Samples => samples;

    public static Exposition Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var read = new Exposition();
        var helped = new HashSet<string>(StringComparer.Ordinal);
        var family = "";
        foreach (var line in text[..^1].Split('\n'))
        {
            if (Comment().Match(line) is { Success: true } comment)
            {
                var name = comment.Groups["name"].Value;
                if (comment.Groups["kind"].Value is "HELP")
                {
                    Assert.True(helped.Add(name), $"{name} is told twice.");
                    Assert.DoesNotMatch(
                        @"(?<!\\)(?:\\\\)*\\(?![\\n])",
                        comment.Groups["rest"].Value
                    );
                }
                else
                {
                    Assert.Contains(comment.Groups["rest"].Value, Kinds);
                    Assert.True(read.types.TryAdd(name, comment.Groups["rest"].Value), name);
                    family = name;
                }
                continue;
            }
            var sample = ReadSample(line);
            Assert.Equal(family, read.FamilyOf(sample.Name));
            read.samples.Add(sample);
        }
        read.CheckWhole();
        return read;
    }

    public double Sum(string name, Func<Sample, bool>? which = null) =>
        samples.Where(s => s.Name == name && (which?.Invoke(s) ?? true)).Sum(s => s.Value);

    private string FamilyOf(string name)
    {
        var family = Histogram().Replace(name, "");
        return types.GetValueOrDefault(family) is "histogram" ? family : name;
    }

    private static Sample ReadSample(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, $"No sample: {line}");
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = match.Groups["label"].Captures;
        for (var i = 0; i < names.Count; i++)
        {
            var value = match
                .Groups["value"]
                .Captures[i]
                .Value.Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\\"", "\"", StringComparison.Ordinal)
                .Replace(@"\\", "\\", StringComparison.Ordinal);
            Assert.True(labels.TryAdd(names[i].Value, value), $"A label twice: {line}");
        }
        return new Sample(match.Groups["name"].Value, labels, Number(match.Groups["number"].Value));
    }

    private static double Number(string text) =>
        text switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => Convert.ToDouble(text, CultureInfo.InvariantCulture),
        };

    private void CheckWhole()
    {
        Assert.Distinct(samples.Select(s => $"{s.Name}|{s.Of}|{s["le"]}"));
        foreach (var (family, type) in types)
        {
            if (type is "counter")
            {
                Assert.EndsWith("_total", family, StringComparison.Ordinal);
                Assert.All(samples.Where(s => s.Name == family), s => Assert.True(s.Value >= 0));
            }
            else if (type is "histogram")
            {
                CheckHistogram(family);
            }
        }
    }

    private void CheckHistogram(string family)
    {
        var buckets = samples.Where(s => s.Name == family + "_bucket").ToLookup(s => s.Of);
        Assert.NotEmpty(buckets);
        foreach (var series in buckets)
        {
            var bounds = series.Select(s => Number(s["le"])).ToList();
            Assert.Equal(bounds.Order(), bounds);
            Assert.Equal(double.PositiveInfinity, bounds[^1]);
            var counts = series.Select(s => s.Value).ToList();
            Assert.Equal(counts.Order(), counts);
            var count = Assert.Single(
                samples,
                s => s.Name == family + "_count" && s.Of == series.Key
            );
            Assert.Equal(counts[^1], count.Value);
            Assert.Single(samples, s => s.Name == family + "_sum" && s.Of == series.Key);
        }
    }

    [GeneratedRegex("^# (?<kind>HELP|TYPE) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<rest>.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        """
            ^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?:(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(?:[^"\\\n]|\\[\\"n])*)",?)*\})? (?<number>[+-]?Inf|NaN|[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)$
            """
    )]
    private static partial Regex Line();

    [GeneratedRegex("_(?:bucket|sum|count)$")]
    private static partial Regex Histogram();
}
