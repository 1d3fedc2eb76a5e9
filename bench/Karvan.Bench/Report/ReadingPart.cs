using Karvan.Bench.Harness;

namespace Karvan.Bench.Report;

/// <summary>The figures of reading one input.</summary>
internal static class ReadingPart
{
    /// <summary>The marks are set on ten million lines.</summary>
    private const long MarkedLines = 10_000_000;
    private const double LeastLinesPerSecond = 5e6;
    private const double MostSeconds = 4;
    private const double MostExplainingSeconds = 2;
    private const double BytesPerMiB = 1 << 20;
    private const double MostMiB = 1024;

    private static readonly (string Subject, string Name)[] Names =
    [
        (Subjects.NewlinesAll, "newlines counted, all cores"),
        (Subjects.NewlinesOne, "newlines counted, one core"),
        (Subjects.Karvan, "**Karvan**: read, validated, duplicates found, added up; all cores"),
        (ReadingRun.Score, "`karvan score --explain none`, whole process"),
        (ReadingRun.ScoreAndExplain, "`karvan score --explain all`, whole process"),
        (Subjects.CsvHelper, "CsvHelper and a dictionary, one core, no validation"),
        (Subjects.Linq, "LINQ: lines, split, grouped; one core, no validation"),
    ];

    public static void Add(Markdown page, ReadingRun run)
    {
        var lines = run.Input.Lines;
        page.Heading(
            $"Reading {Markdown.Whole(lines)} customs lines of {Markdown.Whole(run.Input.Exporters)} exporters"
        );
        var floor = Rate(run, Subjects.NewlinesAll);
        var karvan = Rate(run, Subjects.Karvan);
        page.Table(
            ["", "lines/s", "of the floor", "Karvan is faster by", "s", "peak MiB", "runs", "mark"],
            Names
                .Where(n => run.Of(n.Subject) is not null)
                .Select(n =>
                {
                    var figures = run.Of(n.Subject)!;
                    var rate = Rate(run, n.Subject);
                    return new[]
                    {
                        n.Name,
                        Markdown.Millions(rate),
                        Markdown.Number(100 * rate / floor) + " %",
                        Markdown.Number(karvan / rate) + " ×",
                        Markdown.Number(figures.Seconds.Median()),
                        Markdown.Whole((long)(figures.PeakBytes / BytesPerMiB)),
                        Markdown.Whole(figures.Seconds.Count),
                        lines == MarkedLines ? Mark(n.Subject, figures, rate) : "",
                    };
                })
        );
        AddExplaining(page, run);
    }

    /// <summary>What explaining everybody adds, run by run.</summary>
    private static void AddExplaining(Markdown page, ReadingRun run)
    {
        var extra = run.Of(ReadingRun.ScoreAndExplain)!
            .Seconds.Zip(run.Of(ReadingRun.Score)!.Seconds, (with, without) => with - without)
            .Median();
        var mark =
            run.Input.Lines == MarkedLines
                ? $" ({Markdown.Mark("at most 2 s", extra <= MostExplainingSeconds)})"
                : "";
        page.Paragraph(
            $"Explaining all {Markdown.Whole(run.Input.Exporters)} firms takes {Markdown.Number(extra)} s more{mark}."
        );
    }

    private static double Rate(ReadingRun run, string subject) =>
        run.Input.Lines / run.Of(subject)!.Seconds.Median();

    private static string Mark(string subject, ReadingFigures figures, double rate)
    {
        var small = figures.PeakBytes / BytesPerMiB < MostMiB;
        return subject switch
        {
            Subjects.Karvan => Markdown.Mark("≥ 5 M lines/s", rate >= LeastLinesPerSecond)
                + "; "
                + Markdown.Mark("< 1 GiB", small),
            ReadingRun.Score => Markdown.Mark("< 4 s", figures.Seconds.Median() < MostSeconds)
                + "; "
                + Markdown.Mark("< 1 GiB", small),
            _ => "",
        };
    }
}
