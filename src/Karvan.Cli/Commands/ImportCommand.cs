using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Rules.Reference;
using Karvan.Trade.Fields;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan import</c>: a customs file into the database, as the page does it.</summary>
internal static class ImportCommand
{
    private const string Country = "country";

    public static Command Build()
    {
        var file = CheckedOption.File("FILE", "a customs file");
        file.Description = "CSV, .csv.gz or .xlsx.";
        var database = DatabaseOption.Build();
        var profile = CheckedOption.PerhapsPathTo("--profile", "a profile");
        profile.Description =
            "The name of a saved profile, or a file with one; without it the columns are guessed, and the guess must be certain.";
        profile.HelpName = "NAME|FILE";
        var province = new Option<string>("--province")
        {
            Description = $"The code of the province whose firms it is about, or {Country}.",
            HelpName = $"CODE|{Country}",
            Required = true,
        };
        var commit = new Option<bool>("--commit")
        {
            Description =
                "Put it in force; without it the file waits for somebody to look at its report.",
        };
        var instead = CheckedOption.WholeNumber("--instead", 1, int.MaxValue);
        instead.Description =
            "With --commit: the number of the customs file in force whose place it takes.";
        instead.HelpName = "NUMBER";
        var doubts = new Option<bool>("--accept-doubts")
        {
            Description =
                "Without --profile: take a guess that is likely and not certain; what is doubtful is told.",
        };
        var rejected = CheckedOption.PerhapsPathTo("--rejected", "a file");
        rejected.Description =
            "Write the rejected lines, each with its reason in a word and a sentence, CSV.";
        rejected.HelpName = "FILE";
        var progress = ProgressLine.Option();
        var command = new Command(
            "import",
            """
            Read a customs file into a database, and report what became of its lines.

            The file is kept as it is, and read under a profile: which column is what. Exit code 3 when lines were rejected,
            2 when the file cannot be used.

            Examples:
              karvan import declarations.csv.gz --database karvan.db --province 08 --profile "Customs of Fars"
              karvan import declarations.csv --database "Host=db;Database=karvan;Username=karvan" --province country --commit
            """
        )
        {
            file,
            database,
            profile,
            doubts,
            province,
            commit,
            instead,
            rejected,
            progress,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(instead) is not null && !result.GetValue(commit))
            {
                result.AddError("--instead: found it without --commit, expected both or neither");
            }
        });
        command.SetAction(
            async (parsed, _) =>
            {
                using var interrupt = new Interrupt();
                using var line = new ProgressLine(
                    ProgressLine.Wanted(parsed.GetValue(progress) ?? "")
                );
                await using var desk = await ImportDesk
                    .Open(DatabaseOption.Given(parsed.GetValue(database)), interrupt.Token)
                    .ConfigureAwait(false);
                var reach = Province(parsed.GetRequiredValue(province));
                // What was said wrong is told before anything is sent.
                var other = parsed.GetResult(instead) is null
                    ? null
                    : await desk.InForce(reach, parsed.GetValue(instead), interrupt.Token)
                        .ConfigureAwait(false);
                var import = await desk.Read(
                        new FileInfo(parsed.GetRequiredValue(file)),
                        reach,
                        parsed.GetValue(profile),
                        parsed.GetValue(doubts),
                        line,
                        interrupt.Token
                    )
                    .ConfigureAwait(false);
                line.Clear();
                if (parsed.GetValue(rejected) is { } path)
                {
                    await desk.WriteRejected(import, path, interrupt.Token).ConfigureAwait(false);
                }
                if (parsed.GetValue(commit))
                {
                    await desk.Commit(import, other, interrupt.Token).ConfigureAwait(false);
                }
                return Tell(import, parsed.GetValue(commit));
            }
        );
        return command;
    }

    private static string? Province(string said) =>
        said == Country ? null
        : ReferenceTable.Provinces.Contains(said) ? said
        : throw new UnusableRequestException(
            $"--province: found '{said}', expected the code of a province (00 to 30) or {Country}"
        );

    private static int Tell(CustomsImport import, bool committed)
    {
        var report = ImportReport.Parse(import.Report!);
        Console.WriteLine(
            $"customs file {import.Number}{(committed ? ", in force" : "")}: {report.Read} lines read, {report.Accepted} accepted, {report.RejectedLines} rejected, {report.Duplicates} duplicates, {report.Milliseconds} ms"
        );
        foreach (var year in report.Years)
        {
            var flow = year.Import ? "imports" : "exports";
            Console.WriteLine(
                $"{flow} {year.SolarYear}: {year.Lines} lines, {year.Exporters} exporters, {year.ValueCents / 100m:0.00} USD, {year.WeightGrams / 1000m:0.000} kg"
            );
        }
        Console.WriteLine(
            $"ids of firms: {report.Registered.Exporters}; without a firm: {report.Unknown.Exporters}; of firms elsewhere: {report.Elsewhere.Exporters}"
        );
        if (report.Crossed > 0)
        {
            Say.Note(
                $"{report.Crossed} accepted lines are listed under another exporter too, here or in a customs file in force, and count for neither: find out whose declaration each is, and correct that firm's line"
            );
        }
        foreach (var fault in report.Rejected)
        {
            Say.Note($"{fault.Fault}: {fault.Lines} ({Faults.SentenceOf(fault.Fault)})");
        }
        return report.RejectedLines == 0 ? ExitCode.Good : ExitCode.SomeRejected;
    }
}
