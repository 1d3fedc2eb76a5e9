using System.CommandLine;
using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Demo;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan demo</c>: a made-up input folder, the same bytes from the same seed.</summary>
internal static class DemoCommand
{
    private const string Family = "exemplary-exporter";
    private const int WholePercent = 100;

    private const string About = """
        Write a made-up but realistic input folder: Iranian export goods, destinations, prices and firm sizes,
        valid ids, evidence and compliance. The same options give the same bytes on every machine.

        Examples:
          karvan demo --exporters 2000 --lines 200000 --seed 7 --out out/d
          karvan demo --exporters 100000 --lines 10000000 --seed 1 --out out/big --faults 1000
        """;

    public static Command Build()
    {
        var exporters = CheckedOption.WholeNumber("--exporters", 1, DemoLimits.MostExporters);
        exporters.Description = "How many firms.";
        exporters.Required = true;
        var lines = CheckedOption.WholeNumber("--lines", 1, DemoLimits.MostLines);
        lines.Description = "How many good customs lines.";
        lines.Required = true;
        var seed = CheckedOption.WholeNumber<ulong>("--seed", 0, ulong.MaxValue);
        seed.Description = "Another seed gives other firms.";
        seed.DefaultValueFactory = _ => 1;
        var output = CheckedOption.PathTo("--out", "a folder");
        output.Description = "Folder to write.";
        output.HelpName = "DIR";
        var faults = CheckedOption.WholeNumber("--faults", 0, DemoLimits.MostFaults);
        faults.Description = "Faulty lines besides, of every kind in turn.";
        faults.DefaultValueFactory = _ => 0;
        var rulebook = CheckedOption.PerhapsPathTo("--rulebook", "a rulebook, a YAML file");
        rulebook.Description =
            "The rulebook whose years, groups and criteria to fill; the newest one unless given.";
        rulebook.HelpName = "FILE";
        var progress = ProgressLine.Option();
        var command = new Command("demo", About)
        {
            exporters,
            lines,
            seed,
            output,
            faults,
            rulebook,
            progress,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(rulebook) ?? NearbyRulebook.Newest(Family);
            if (LoadedRulebook.OrSay(path) is not { } book)
            {
                return ExitCode.Unusable;
            }
            var options = new DemoOptions(
                parsed.GetRequiredValue(exporters),
                parsed.GetRequiredValue(lines),
                parsed.GetValue(seed),
                book.Years.All,
                [.. book.ProductGroups.Select(g => new DemoProductGroup(g.Id, g.Chapters))],
                [.. book.Criteria.Where(c => c.Measure is AcceptedEvidence).Select(Evidence)],
                parsed.GetValue(faults)
            );
            if (DemoLimits.FaultOf(options) is { } fault)
            {
                throw new UnusableRequestException($"{path}: {fault}");
            }
            using var line = new ProgressLine(ProgressLine.Wanted(parsed.GetValue(progress)!));
            return Write(options, parsed.GetRequiredValue(output), line);
        });
        return command;
    }

    private static int Write(DemoOptions options, string output, ProgressLine progress)
    {
        progress.Begin(new("making up firms"));
        var writing = false;
        DemoReport report;
        try
        {
            report = DemoFolder.Write(
                options,
                output,
                lines =>
                {
                    if (!writing)
                    {
                        progress.Begin(new("writing", "lines", options.Lines));
                        writing = true;
                    }
                    progress.Report(lines);
                }
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableRequestException(
                $"--out: found {output} not to be written ({e.Message}), expected a new or empty folder"
            );
        }
        progress.Clear();
        Say.Note(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{output}: {report.Exporters} exporters, {report.Lines} customs lines, {report.EvidenceRows} rows of evidence, {report.ComplianceRows} of compliance"
            )
        );
        return ExitCode.Good;
    }

    private static DemoEvidenceCriterion Evidence(Criterion criterion)
    {
        var measure = (AcceptedEvidence)criterion.Measure;
        return (criterion.Rule, measure.Distinct) switch
        {
            (GradedRule rule, _) => new(
                criterion.Id,
                DemoEvidenceKind.Graded,
                WholePercent,
                [.. rule.Levels.Select(l => l.Id)]
            ),
            (JudgedRule, _) => new(criterion.Id, DemoEvidenceKind.Judged, (int)criterion.Max.Value),
            (_, Distinct.Country) => new(criterion.Id, DemoEvidenceKind.Countries),
            (_, Distinct.Item) => new(
                criterion.Id,
                DemoEvidenceKind.Items,
                Items: measure.Items.Count > 0 ? measure.Items : null
            ),
            (_, Distinct.ItemAndCountry) => new(criterion.Id, DemoEvidenceKind.ItemsByCountry),
            _ => new(criterion.Id, DemoEvidenceKind.AnyItem),
        };
    }
}
