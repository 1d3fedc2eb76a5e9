using System.Diagnostics;
using System.Diagnostics.Metrics;
using Karvan.Platform.Recording;

namespace Karvan.Platform.Telemetry;

/// <summary>
/// What Karvan counts of itself, beside what its framework and its database count. Read at <c>/metrics</c> and sent over OTLP;
/// a dot of a name is <c>_</c> there, a counter ends with <c>_total</c>, a unit of seconds with <c>_seconds</c>.
/// </summary>
public sealed class KarvanMeter
{
    public const string Name = ChangeSpans.Name;

    /// <summary>Labels that instruments of this meter may carry: closed lists of words, never a name or an id.</summary>
    public const string Kind = "kind";

    public const string Outcome = "outcome";

    private readonly Counter<long> jobsFinished;
    private readonly Counter<long> importLines;
    private readonly Histogram<double> importSeconds;

    public KarvanMeter(IMeterFactory meters, HouseFigures figures)
    {
        var meter = meters.Create(Name);
        jobsFinished = meter.CreateCounter<long>(
            "karvan.jobs.finished",
            description: "Jobs that ended, by kind and outcome."
        );
        importLines = meter.CreateCounter<long>(
            "karvan.import.lines",
            description: "Lines of imported files, by outcome."
        );
        importSeconds = meter.CreateHistogram<double>(
            "karvan.import",
            "s",
            "How long an import took.",
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600],
            }
        );
        foreach (var figure in HouseFigures.All)
        {
            if (figure.OnlyGrows)
            {
                meter.CreateObservableCounter(
                    figure.Name,
                    () => figures.Of(figure),
                    figure.Unit,
                    figure.Description
                );
            }
            else
            {
                meter.CreateObservableGauge(
                    figure.Name,
                    () => figures.Of(figure),
                    figure.Unit,
                    figure.Description
                );
            }
        }
        meter.CreateObservableGauge(
            "karvan.database.up",
            () => figures.Up,
            description: "1 when the last question was answered, else 0."
        );
        meter.CreateObservableGauge(
            "karvan.database.round_trip",
            () => figures.RoundTrip,
            "s",
            "How long the last question of these figures took."
        );
    }

    /// <param name="kind">What the job does, of a closed list.</param>
    /// <param name="outcome">How it ended: <c>done</c>, <c>failed</c>, <c>cancelled</c>, <c>again</c>.</param>
    public void JobFinished(string kind, string outcome) =>
        jobsFinished.Add(1, new(Kind, kind), new(Outcome, outcome));

    /// <param name="outcome">What became of the lines: <c>accepted</c>, <c>rejected</c>, <c>duplicate</c>.</param>
    public void LinesImported(long lines, string outcome) =>
        importLines.Add(lines, new KeyValuePair<string, object?>(Outcome, outcome));

    public void Imported(TimeSpan took) => importSeconds.Record(took.TotalSeconds);
}
