using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Karvan.Cli.Output;
using Karvan.Cli.Terminal;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Trade;
using Karvan.Trade.Fields;
using Karvan.Trade.Outputs;
using Karvan.Trade.Sources;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan score</c>: reads an input folder, scores every exporter, writes the result folder.</summary>
internal static class ScoreCommand
{
    private const int DefaultWinners = 10;

    private const string About = """
        Score every exporter of an input folder on a rulebook and write the result folder.

        Exit codes: 0 nothing rejected; 3 scores written, some rows rejected (see rejected.csv);
        2 unusable input, nothing written; 1 a fault of the program.

        Examples:
          karvan score --rulebook rulebooks/exemplary-exporter/1402.yaml --input in --out out
          karvan score --rulebook rulebooks/exemplary-exporter/1402.yaml --input in --out out \
                       --winners 5 --within province+group --reading value-bounds=upper
        """;

    public static Command Build()
    {
        var rulebook = CheckedOption.PathTo("--rulebook", "a rulebook, a YAML file");
        rulebook.Description = "The rulebook, a YAML file.";
        rulebook.HelpName = "FILE";
        var input = CheckedOption.PathTo("--input", "a folder with the four inputs");
        input.Description =
            "Folder with exporters.csv, declarations*.csv (.csv.gz, .xlsx), evidence.csv, compliance.csv.";
        input.HelpName = "DIR";
        var output = CheckedOption.PathTo("--out", "a folder");
        output.Description =
            "Folder for the result; its earlier result is replaced only when all is done.";
        output.HelpName = "DIR";
        var winners = CheckedOption.WholeNumber("--winners", 0, int.MaxValue);
        winners.Description = "Places in each province (or province and group).";
        winners.DefaultValueFactory = _ => DefaultWinners;
        var within = CheckedOption.OneOf("--within", "province", "province+group");
        within.Description = "Who competes with whom; the rulebook's own choice unless given.";
        within.DefaultValueFactory = null;
        var reading = new Option<string[]>("--reading")
        {
            Description = "Take another reading of the rulebook for this run; may be repeated.",
            HelpName = "ID=CHOICE",
            DefaultValueFactory = _ => [],
        };
        var explain = CheckedOption.OneOf("--explain", "all", "none");
        explain.Description = "Write explanations.jsonl.";
        var progress = ProgressLine.Option();
        var command = new Command("score", About)
        {
            rulebook,
            input,
            output,
            winners,
            within,
            reading,
            explain,
            progress,
        };
        command.SetAction(parsed =>
        {
            using var interrupt = new Interrupt();
            return Run(
                new Request(
                    parsed.GetRequiredValue(rulebook),
                    parsed.GetRequiredValue(input),
                    parsed.GetRequiredValue(output),
                    parsed.GetValue(winners),
                    parsed.GetValue(within),
                    Choices(parsed.GetValue(reading) ?? []),
                    parsed.GetValue(explain) is "all",
                    ProgressLine.Wanted(parsed.GetValue(progress)!)
                ),
                interrupt.Token
            );
        });
        return command;
    }

    private sealed record Request(
        string Rulebook,
        string Input,
        string Output,
        int Winners,
        string? Within,
        IReadOnlyDictionary<string, string> Choices,
        bool Explain,
        bool Progress
    );

    private static int Run(Request request, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        if (LoadedRulebook.OrSay(request.Rulebook, request.Choices) is not { } book)
        {
            return ExitCode.Unusable;
        }
        var folder = InputFolder.Find(request.Input);
        // Before the reading: what stands in the way of a result is told at once, not after minutes.
        using var result = ResultFolder.Begin(request.Output);
        using var progress = new ProgressLine(request.Progress);
        var reading = new ReadingProgress(progress, folder.Declarations.Sum(f => f.Length));
        using var input = TradeInput.Read(
            folder,
            book,
            FactPlan.For(book),
            null,
            reading.Report,
            cancellation
        );
        progress.Begin(new("scoring"));
        var sheet = ScoreSheet.Score(book, input.Facts);
        var within = request.Within switch
        {
            "province" => RankingPool.Province,
            "province+group" => RankingPool.ProvinceAndGroup,
            _ => book.Ranking.Within,
        };
        var standings = Standings.Of(sheet, request.Winners, within);

        progress.Begin(new("writing scores"));
        ScoresCsv.Write(result.PathOf("scores.csv"), sheet, standings, cancellation);
        if (request.Explain)
        {
            progress.Begin(new("writing explanations", "exporters", sheet.Firms));
            ExplanationsFile.Write(
                result.PathOf("explanations.jsonl"),
                sheet,
                standings,
                progress.Report,
                cancellation
            );
        }
        progress.Begin(new("writing rejected rows and the report"));
        RejectedCsv.Write(result.PathOf("rejected.csv"), input);
        RulebookCopy.Write(result, book, request.Rulebook);
        ReportJson.Write(
            result.PathOf("report.json"),
            new RunReport(
                book,
                input,
                request.Winners,
                within,
                result.Fingerprints(),
                clock.Elapsed
            )
        );
        result.Commit();
        progress.Clear();
        SaySummary(sheet, standings, request);
        return SayRejected(input, Path.Combine(request.Output, "rejected.csv"));
    }

    /// <summary>A person at a terminal is told what came of it; a script reads the files.</summary>
    private static void SaySummary(ScoreSheet sheet, Standings standings, Request request)
    {
        if (!request.Progress)
        {
            return;
        }
        var winners = standings.Statuses.Count(s => s is ExporterStatus.Winner);
        Say.Note(
            $"{sheet.Firms} exporters, {winners} winners: {Path.Combine(request.Output, "scores.csv")}"
        );
        if (request.Explain && standings.Order.Length > 0)
        {
            var first = sheet.Facts.Roster.Exporters[standings.Order[0]].Id;
            Say.Note(
                $"Next: karvan explain --result {request.Output} --exporter {first} --lang en"
            );
        }
    }

    private static int SayRejected(TradeInput input, string path)
    {
        if (!input.AnyRejected)
        {
            return ExitCode.Good;
        }
        var counts = input
            .Tallies.SelectMany(t => t.RejectedByFault)
            .GroupBy(r => r.Fault)
            .Select(g => (Fault: g.Key, Count: g.Sum(r => r.Count)))
            .OrderByDescending(f => f.Count)
            .ToList();
        Say.Warning(
            $"{input.Tallies.Sum(t => t.Rejected)} rows rejected: {string.Join(", ", counts.Select(f => $"{f.Fault.Word()} {f.Count}"))}; see {path}"
        );
        foreach (var (fault, _) in counts)
        {
            Say.Note($"  {fault.Word()}: {fault.Sentence()}");
        }
        return ExitCode.SomeRejected;
    }

    private static Dictionary<string, string> Choices(string[] given)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var choice in given)
        {
            var equals = choice.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == choice.Length - 1)
            {
                throw new UnusableRequestException(
                    $"--reading: found '{choice}', expected ID=CHOICE such as value-bounds=upper"
                );
            }
            if (!choices.TryAdd(choice[..equals], choice[(equals + 1)..]))
            {
                throw new UnusableRequestException(
                    $"--reading: found '{choice[..equals]}' twice, expected each reading once"
                );
            }
        }
        return choices;
    }
}
