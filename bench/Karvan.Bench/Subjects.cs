using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Imports;
using Karvan.Bench.Reading;
using Karvan.Bench.Scoring;
using Karvan.Rules.Rulebooks;

namespace Karvan.Bench;

/// <summary>What can be measured, by name. Each runs in a process of its own: <c>subject NAME ARGUMENT</c>.</summary>
internal static class Subjects
{
    public const string NewlinesOne = "newlines-one";
    public const string NewlinesAll = "newlines-all";
    public const string Karvan = "karvan";
    public const string CsvHelper = "csvhelper";
    public const string Linq = "linq";
    public const string Scoring = "scoring";
    public const string Rescoring = "rescoring";
    public const string Deciding = "deciding";
    public const string Sending = "sending";
    public const string Importing = "importing";

    /// <param name="args">The input of a reading and a small one to warm up on, the number of firms of a scoring, or the database of an import with what goes into it.</param>
    public static Measurement Run(string name, string[] args) =>
        name switch
        {
            NewlinesOne => Reading(args, folder => NewlineCount.Run(Files(folder), 1)),
            NewlinesAll => Reading(
                args,
                folder => NewlineCount.Run(Files(folder), Environment.ProcessorCount)
            ),
            Karvan => Reading(args, KarvanReading.Run),
            CsvHelper => Reading(args, (folder, book) => CsvHelperReading.Run(Files(folder), book)),
            Linq => Reading(args, (folder, book) => LinqReading.Run(Files(folder), book)),
            Scoring => ScoringSpeed.Run(Firms(args)),
            Rescoring => RescoreSpeed.Run(Firms(args)),
            Deciding => DecisionSpeed.Run(Firms(args)),
            Sending => Imports.Sending.Run(args[0], args[1]).GetAwaiter().GetResult(),
            Importing => Imports.Importing.Run(args[0], args[1]).GetAwaiter().GetResult(),
            _ => throw new BenchException($"There is no subject '{name}'."),
        };

    private static Measurement Reading(string[] args, Func<string, Rulebook, string> read)
    {
        var book = Places.Book();
        return Reading(args, folder => read(folder, book));
    }

    private static Measurement Reading(string[] args, Func<string, string> read) =>
        Measurement.Of(() => read(args[1]), () => read(args[0]));

    private static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "declarations*.csv").Order(StringComparer.Ordinal)];

    private static int Firms(string[] args) => int.Parse(args[0], CultureInfo.InvariantCulture);
}
