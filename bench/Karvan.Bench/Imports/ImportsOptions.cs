using Karvan.Bench.Harness;

namespace Karvan.Bench.Imports;

/// <summary>What <c>bench/run imports</c> is asked for.</summary>
/// <param name="Lines">Of each file, one after the other.</param>
internal sealed record ImportsOptions(IReadOnlyList<long> Lines, bool Write)
{
    public const string Command = "imports";

    /// <summary>A hundred lines a firm, as in the readings.</summary>
    public const int LinesOfAFirm = 100;

    public const string Help = $"""
        Imports customs lines into SQLite and PostgreSQL while somebody saves, and opens trade pages afterwards.

          bench/run imports [--lines N] [--write]

          --lines N  of the customs file; may be said again (1000000 and 10000000)
          --write    put the figures into {BenchOptions.PerformanceFile}

        """;

    private static readonly long[] Usual = [1_000_000, 10_000_000];

    public static int Exporters(long lines) => (int)Math.Max(1, lines / LinesOfAFirm);

    /// <returns>Null when the arguments are not understood.</returns>
    public static ImportsOptions? Parse(ReadOnlySpan<string> args)
    {
        if (
            Arguments.Parse(args) is not { } said
            || said.Numbers.Any(n => n is not { Name: "--lines", Value: > 0 })
        )
        {
            return null;
        }
        return new ImportsOptions(
            said.Numbers.Count > 0 ? [.. said.Numbers.Select(n => n.Value)] : Usual,
            said.Write
        );
    }
}
