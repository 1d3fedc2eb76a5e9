using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Karvan.Web.Telemetry;

/// <summary>Listens to the meters of this application from its start, and keeps what they tell added up.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, Family> families = new(StringComparer.Ordinal);
    private readonly Lock collecting = new();

    public Measurements(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            // Several applications may live in one process; meters without a scope belong to all of them.
            var ours =
                instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meters);
            if (ours && KeptLabels.Of(instrument.Meter.Name) is { } labels)
            {
                var family = new Family(instrument, labels);
                l.EnableMeasurementEvents(instrument, families.GetOrAdd(family.Name, family));
            }
        };
        listener.SetMeasurementEventCallback<byte>((_, v, tags, f) => Note(f, v, tags));
        listener.SetMeasurementEventCallback<short>((_, v, tags, f) => Note(f, v, tags));
        listener.SetMeasurementEventCallback<int>((_, v, tags, f) => Note(f, v, tags));
        listener.SetMeasurementEventCallback<long>((_, v, tags, f) => Note(f, v, tags));
        listener.SetMeasurementEventCallback<float>((_, v, tags, f) => Note(f, v, tags));
        listener.SetMeasurementEventCallback<double>((_, v, tags, f) => Note(f, v, tags));
        listener.SetMeasurementEventCallback<decimal>((_, v, tags, f) => Note(f, (double)v, tags));
        listener.Start();
    }

    public string Write()
    {
        // Observed values are forgotten and reported again: two answers at a time would mix.
        lock (collecting)
        {
            foreach (var family in families.Values)
            {
                family.ForgetObserved();
            }
            listener.RecordObservableInstruments();
            return PrometheusText.Write(families.Values);
        }
    }

    public void Dispose() => listener.Dispose();

    private static void Note(
        object? family,
        double value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags
    ) => (family as Family)?.Measure(value, tags);
}
