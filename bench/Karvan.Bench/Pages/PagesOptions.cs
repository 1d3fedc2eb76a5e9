using Karvan.Bench.Harness;

namespace Karvan.Bench.Pages;

/// <summary>What <c>bench/run pages</c> is asked for.</summary>
/// <param name="Rate">Requests that arrive in a second.</param>
/// <param name="Seconds">How long they are counted.</param>
/// <param name="Firms">Demo firms in the database.</param>
/// <param name="Against">The commit with which this build is compared; null to measure this one alone.</param>
internal sealed record PagesOptions(int Rate, int Seconds, int Firms, bool Write, string? Against)
{
    public const string Command = "pages";

    public const string Help = $"""
        Measures pages on SQLite and PostgreSQL: people arrive whether or not the ones before were served.

          bench/run pages [--rate N] [--seconds N] [--firms N] [--write]
          bench/run pages --against COMMIT [--rate N] [--seconds N] [--firms N]

          --rate N     requests that arrive in a second (100)
          --seconds N  how long they are counted, after a warm-up of a third of it (30)
          --firms N    demo firms in the database (2000)
          --against C  build that commit too, and let the two take turns, three times each
          --write      put the figures into {BenchOptions.PerformanceFile}

        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static PagesOptions? Parse(ReadOnlySpan<string> args)
    {
        var against = Arguments.Against(args, out var rest);
        if (rest is null || Arguments.Parse(rest) is not { } said)
        {
            return null;
        }
        var options = new PagesOptions(100, 30, 2000, said.Write, against);
        foreach (var (name, number) in said.Numbers)
        {
            switch (name)
            {
                case "--rate" when number > 0:
                    options = options with { Rate = (int)number };
                    break;
                case "--seconds" when number > 0:
                    options = options with { Seconds = (int)number };
                    break;
                case "--firms" when number > 0:
                    options = options with { Firms = (int)number };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
