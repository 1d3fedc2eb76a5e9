using System.Globalization;
using Karvan.Bench.Harness;

namespace Karvan.Bench.Kills;

/// <summary>What <c>bench/run kills</c> is asked for.</summary>
/// <param name="Kills">On each database.</param>
internal sealed record KillsOptions(int Kills, int Seed, bool Write)
{
    public const string Command = "kills";

    public const string Help = $"""
        Kills the application at random moments of its work, on SQLite and PostgreSQL, and looks what is lost.

          bench/run kills [--kills N] [--seed N] [--write]

          --kills N  on each database (200); in the last two fifths two processes share it
          --seed N   of the schedule (1)
          --write    put the figures into {BenchOptions.PerformanceFile}

        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static KillsOptions? Parse(ReadOnlySpan<string> args)
    {
        var options = new KillsOptions(200, 1, Write: false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--write")
            {
                options = options with { Write = true };
                continue;
            }
            if (
                i + 1 == args.Length
                || !int.TryParse(
                    args[i + 1],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                return null;
            }
            switch (args[i++])
            {
                case "--kills" when number > 0:
                    options = options with { Kills = number };
                    break;
                case "--seed":
                    options = options with { Seed = number };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
