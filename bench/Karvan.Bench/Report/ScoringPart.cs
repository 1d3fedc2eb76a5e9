using Karvan.Bench.Harness;
using Karvan.Bench.Scoring;

namespace Karvan.Bench.Report;

/// <summary>The figures of scoring, of scoring again, and of one decision.</summary>
internal static class ScoringPart
{
    private const double LeastFirmsPerSecond = 15e6;
    private const double MostMilliseconds = 10;
    private const double MostMicroseconds = 10;
    private const double High = 0.95;
    private const double Nanoseconds = 1e9;
    private const double Microseconds = 1e6;
    private const double Milliseconds = 1e3;

    public static void AddScoring(
        Markdown page,
        IReadOnlyList<(int Firms, Measurement Measurement)> runs
    )
    {
        page.Heading("Scoring all 26 criteria with states, trails and totals, one core");
        page.Table(
            ["firms", "firms/s", "best", "ns a firm", "prepared once, ms", "mark"],
            runs.Select(r =>
            {
                var seconds = r.Measurement.Seconds[ScoringSpeed.Score].Median();
                return new[]
                {
                    Markdown.Whole(r.Firms),
                    Markdown.Millions(r.Firms / seconds),
                    Markdown.Millions(r.Firms / r.Measurement.Seconds[ScoringSpeed.Score].Min()),
                    Markdown.Number(seconds * Nanoseconds / r.Firms),
                    Markdown.Number(
                        r.Measurement.Seconds[ScoringSpeed.Prepare].Median() * Milliseconds
                    ),
                    Markdown.Mark("≥ 15 M firms/s", r.Firms / seconds >= LeastFirmsPerSecond),
                };
            })
        );
        var (firms, measurement) = runs.First(r =>
            r.Firms == runs.Max(o => Math.Min(o.Firms, 100_000))
        );
        page.Paragraph(
            $"Of which, each alone over {Markdown.Whole(firms)} firms ({measurement.Check}):"
        );
        page.Table(
            ["kind", "ns a firm", "best"],
            measurement
                .Seconds.Where(s => s.Key is not (ScoringSpeed.Score or ScoringSpeed.Prepare))
                .Select(s =>
                    new[]
                    {
                        s.Key,
                        Markdown.Number(s.Value.Median() * Nanoseconds / firms),
                        Markdown.Number(s.Value.Min() * Nanoseconds / firms),
                    }
                )
        );
    }

    public static void AddRescoring(Markdown page, int firms, Measurement measurement)
    {
        page.Heading($"Scoring and ranking {Markdown.Whole(firms)} firms again, one core");
        var fresh = measurement.Seconds[RescoreSpeed.Fresh].Median();
        page.Table(
            ["changed", "median ms", "95th percentile", "best", "of a fresh one", "mark"],
            measurement.Seconds.Select(s =>
            {
                var median = s.Value.Median() * Milliseconds;
                return new[]
                {
                    s.Key,
                    Markdown.Number(median),
                    Markdown.Number(s.Value.Quantile(High) * Milliseconds),
                    Markdown.Number(s.Value.Min() * Milliseconds),
                    Markdown.Number(100 * s.Value.Median() / fresh) + " %",
                    string.Equals(s.Key, RescoreSpeed.Fresh, StringComparison.Ordinal)
                        ? ""
                        : Markdown.Mark("≤ 10 ms", median <= MostMilliseconds),
                };
            })
        );
    }

    public static void AddDeciding(Markdown page, int firms, Measurement measurement)
    {
        var seconds = measurement.Seconds[DecisionSpeed.Decision];
        var median = seconds.Median() * Microseconds;
        page.Heading($"One firm of {Markdown.Whole(firms)} after one decision");
        page.Table(
            ["", "median µs", "95th percentile", "mark"],
            [
                [
                    "evidence taken in, criterion and total scored again",
                    Markdown.Number(median),
                    Markdown.Number(seconds.Quantile(High) * Microseconds),
                    Markdown.Mark("≤ 10 µs", median <= MostMicroseconds),
                ],
            ]
        );
    }
}
