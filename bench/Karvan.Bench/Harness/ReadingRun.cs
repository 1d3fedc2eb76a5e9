namespace Karvan.Bench.Harness;

/// <summary>What was measured of one way to read one input.</summary>
/// <param name="Seconds">One a run; runs of different subjects with the same place belong together.</param>
internal sealed record ReadingFigures(string Subject, List<double> Seconds, long PeakBytes);

/// <summary>Reads one input in every way, in turn, there and back again, so that a slow minute of the machine hits all alike.</summary>
internal sealed class ReadingRun(DemoInput input)
{
    public const string Score = "score";
    public const string ScoreAndExplain = "score-and-explain";

    private static readonly DemoInput WarmUp = new(50_000, 500);

    private readonly Dictionary<string, ReadingFigures> figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> checks = new(StringComparer.Ordinal);

    public DemoInput Input => input;

    public ReadingFigures? Of(string subject) => figures.GetValueOrDefault(subject);

    public static ReadingRun Measure(DemoInput input, int runs, int slowRuns)
    {
        input.Make();
        WarmUp.Make();
        var run = new ReadingRun(input);
        // Fetches the files into memory; not counted.
        Child.Subject(Subjects.NewlinesAll, [input.Folder, WarmUp.Folder]);
        string[] subjects =
        [
            Subjects.NewlinesOne,
            Subjects.NewlinesAll,
            Subjects.Karvan,
            Score,
            ScoreAndExplain,
            Subjects.CsvHelper,
            Subjects.Linq,
        ];
        for (var r = 0; r < runs; r++)
        {
            foreach (var subject in r % 2 == 0 ? subjects : subjects.AsEnumerable().Reverse())
            {
                if (r < slowRuns || subject is not (Subjects.CsvHelper or Subjects.Linq))
                {
                    Console.Error.WriteLine($"{input.Lines} lines, {subject}, run {r + 1}");
                    run.Add(subject);
                }
            }
        }
        run.CheckAgreement();
        return run;
    }

    private void Add(string subject)
    {
        var (seconds, peak) = subject switch
        {
            Score => Whole("none"),
            ScoreAndExplain => Whole("all"),
            Subjects.Karvan => Read(subject, null),
            _ => Read(subject, Child.RuntimeDefaults),
        };
        var known = Of(subject) ?? new ReadingFigures(subject, [], 0);
        known.Seconds.Add(seconds);
        figures[subject] = known with { PeakBytes = Math.Max(known.PeakBytes, peak) };
    }

    private (double, long) Read(string subject, IReadOnlyDictionary<string, string>? settings)
    {
        var measurement = Child.Subject(subject, [input.Folder, WarmUp.Folder], settings);
        if (
            checks.TryGetValue(subject, out var before)
            && !string.Equals(before, measurement.Check, StringComparison.Ordinal)
        )
        {
            throw new BenchException($"{subject} said '{before}', then '{measurement.Check}'.");
        }
        checks[subject] = measurement.Check;
        return (measurement.Seconds[Measurement.Whole].Single(), measurement.PeakBytes);
    }

    private (double, long) Whole(string explain) =>
        Child.Karvan(
            "score",
            "--rulebook",
            Places.Rulebook,
            "--input",
            input.Folder,
            "--out",
            Path.Combine(Places.Cache, "result"),
            "--explain",
            explain,
            "--progress",
            "none"
        );

    /// <summary>Readers that counted different lines or sums did different work, and their times mean nothing.</summary>
    private void CheckAgreement()
    {
        foreach (
            var group in new[]
            {
                new[] { Subjects.NewlinesOne, Subjects.NewlinesAll },
                [Subjects.Karvan, Subjects.CsvHelper, Subjects.Linq],
            }
        )
        {
            var said = group.Where(checks.ContainsKey).ToList();
            if (
                said.Exists(s =>
                    !string.Equals(checks[s], checks[said[0]], StringComparison.Ordinal)
                )
            )
            {
                throw new BenchException(
                    "The readers disagree.\n"
                        + string.Join('\n', said.Select(s => $"{s}: {checks[s]}"))
                );
            }
        }
    }
}
