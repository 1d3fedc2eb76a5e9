using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Report;

namespace Karvan.Bench;

/// <summary>Everything measured in one run, as one page.</summary>
internal static class BenchRun
{
    private const int QuickDivisor = 10;
    private const int RescoredFirms = 100_000;

    private static readonly DemoInput[] Inputs = [new(1_000_000, 10_000), new(10_000_000, 100_000)];

    private static readonly int[] Scored = [10_000, 100_000, 1_000_000];

    public static string Measure(BenchOptions options)
    {
        var divisor = options.Quick ? QuickDivisor : 1;
        var page = new Markdown();
        page.Paragraph($"Measured on {Machine.Describe()}; medians.");
        foreach (var full in Inputs)
        {
            var input = new DemoInput(full.Lines / divisor, full.Exporters / divisor);
            var slowRuns =
                full == Inputs[0] ? options.Runs
                : options.Full ? 1
                : 0;
            ReadingPart.Add(page, ReadingRun.Measure(input, options.Runs, slowRuns));
        }
        ScoringPart.AddScoring(
            page,
            [.. Scored.Select(firms => (firms / divisor, Run(Subjects.Scoring, firms / divisor)))]
        );
        var some = RescoredFirms / divisor;
        ScoringPart.AddRescoring(page, some, Run(Subjects.Rescoring, some));
        ScoringPart.AddDeciding(page, some, Run(Subjects.Deciding, some));
        return page.ToString();
    }

    private static Measurement Run(string subject, int firms)
    {
        Console.Error.WriteLine($"{firms} firms, {subject}");
        return Child.Subject(subject, [firms.ToString(CultureInfo.InvariantCulture)]);
    }
}
