using System.Globalization;

namespace Karvan.Bench.Harness;

/// <summary>What the command line asks for.</summary>
/// <param name="Runs">Times each subject of reading is run.</param>
/// <param name="Full">The slow subjects read the large input too, once.</param>
/// <param name="Quick">A tenth of everything, once: shows that the bench works, not how fast Karvan is.</param>
/// <param name="Write">The figures go into docs/performance.md.</param>
internal sealed record BenchOptions(int Runs, bool Full, bool Quick, bool Write)
{
    private const int UsualRuns = 5;

    public const string Help = $"""
        Measures reading, scoring and scoring again on this machine and prints a page of figures.

          bench/run [--runs N] [--full] [--quick] [--write]
          bench/run pages|imports|kills|start|tests --help

          --runs N  times each reading is measured (5)
          --full    CsvHelper and LINQ read the 10 million lines too, once
                    (LINQ keeps all lines in memory: about 10 GB)
          --quick   a tenth of everything, once: shows that the bench works, not how fast Karvan is
          --write   put the figures into {PerformanceFile}

        """;

    public const string PerformanceFile = "docs/performance.md";

    /// <returns>Null when the arguments are not understood.</returns>
    public static BenchOptions? Parse(ReadOnlySpan<string> args)
    {
        var options = new BenchOptions(UsualRuns, Full: false, Quick: false, Write: false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--runs"
                    when i + 1 < args.Length
                        && int.TryParse(
                            args[i + 1],
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var runs
                        )
                        && runs > 0:
                    options = options with { Runs = runs };
                    i++;
                    break;
                case "--full":
                    options = options with { Full = true };
                    break;
                case "--quick":
                    options = options with { Quick = true, Runs = 1 };
                    break;
                case "--write":
                    options = options with { Write = true };
                    break;
                default:
                    return null;
            }
        }
        return options is { Quick: true, Write: true } ? null : options;
    }
}
