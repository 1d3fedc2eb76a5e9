using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Karvan.Web.Telemetry;

/// <summary>How a family of series behaves, as the text names it.</summary>
internal enum FamilyKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>All series of one instrument: one for each combination of its labels.</summary>
internal sealed class Family
{
    /// <summary>More combinations than this are a fault of a label; what comes after is added up without labels.</summary>
    private const int MostSeries = 2000;

    /// <summary>Seconds, where an instrument advises nothing.</summary>
    private static readonly double[] UsualBounds =
    [
        0.005,
        0.01,
        0.025,
        0.05,
        0.075,
        0.1,
        0.25,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
    ];

    /// <summary>The runtime calls these counters, and they fall too.</summary>
    private static readonly HashSet<string> Standing = new(StringComparer.Ordinal)
    {
        "dotnet.thread_pool.queue.length",
        "dotnet.thread_pool.thread.count",
    };

    private readonly ConcurrentDictionary<string[], Series> series = new(SameLabels.Instance);
    private readonly double[] bounds;
    private readonly bool observed;

    public Family(Instrument instrument, string[] labels)
    {
        Labels = labels;
        Help = instrument.Description ?? "";
        Kind = KindOf(instrument);
        Name = PrometheusName.Of(instrument.Name, instrument.Unit, Kind);
        observed = instrument.IsObservable;
        bounds =
            Kind is FamilyKind.Histogram
                ?
                [
                    .. (instrument as Instrument<double>)?.Advice?.HistogramBucketBoundaries
                        ?? UsualBounds,
                ]
                : [];
    }

    public string Name { get; }

    public string Help { get; }

    public FamilyKind Kind { get; }

    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<double> Bounds => bounds;

    public IEnumerable<KeyValuePair<string[], Series>> Series =>
        series.OrderBy(s => string.Join('\n', s.Key), StringComparer.Ordinal);

    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var values = new string[Labels.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(Labels[i], tags);
        }
        if (series.Count >= MostSeries && !series.ContainsKey(values))
        {
            Array.Fill(values, "");
        }
        var measured = series.GetOrAdd(values, static (_, b) => new Series(b), bounds);
        if (Kind is FamilyKind.Histogram)
        {
            measured.Observe(value);
        }
        else
        {
            measured.Add(value);
        }
    }

    /// <summary>Observed values are reported anew each time; one that is no longer reported disappears.</summary>
    public void ForgetObserved()
    {
        if (observed)
        {
            series.Clear();
        }
    }

    private static string ValueOf(string label, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (string.Equals(tag.Key, label, StringComparison.Ordinal))
            {
                return Convert.ToString(
                        tag.Value,
                        System.Globalization.CultureInfo.InvariantCulture
                    ) ?? "";
            }
        }
        return "";
    }

    private static FamilyKind KindOf(Instrument instrument)
    {
        if (Standing.Contains(instrument.Name))
        {
            return FamilyKind.Gauge;
        }
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? FamilyKind.Histogram
            : type.StartsWith("Counter", StringComparison.Ordinal)
            || type.StartsWith("ObservableCounter", StringComparison.Ordinal)
                ? FamilyKind.Counter
            : FamilyKind.Gauge;
    }

    private sealed class SameLabels : IEqualityComparer<string[]>
    {
        public static readonly SameLabels Instance = new();

        public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string[] labels)
        {
            var hash = new HashCode();
            foreach (var label in labels)
            {
                hash.Add(label, StringComparer.Ordinal);
            }
            return hash.ToHashCode();
        }
    }
}
