using Karvan.Bench.Harness;

namespace Karvan.Bench.Kills;

/// <summary>What <c>bench/run kills</c> is asked for.</summary>
/// <param name="Kills">On each database, with each seed.</param>
/// <param name="Seed">Of the first schedule; those of the others follow it.</param>
/// <param name="Seeds">How many schedules.</param>
internal sealed record KillsOptions(int Kills, int Seed, int Seeds, bool Write)
{
    public const string Command = "kills";

    public const string Help = $"""
        Kills the application at random moments of its work, on SQLite and PostgreSQL, and looks what is lost.

          bench/run kills [--kills N] [--seed N] [--seeds N] [--write]

          --kills N  on each database with each seed (200); in the last two fifths two processes share it
          --seed N   of the first schedule (1)
          --seeds N  how many schedules, with this seed and the next ones (1)
          --write    put the figures into {BenchOptions.PerformanceFile}

        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static KillsOptions? Parse(ReadOnlySpan<string> args)
    {
        if (Arguments.Parse(args) is not { } said)
        {
            return null;
        }
        var options = new KillsOptions(200, 1, 1, said.Write);
        foreach (var (name, number) in said.Numbers)
        {
            switch (name)
            {
                case "--kills" when number > 0:
                    options = options with { Kills = (int)number };
                    break;
                case "--seed":
                    options = options with { Seed = (int)number };
                    break;
                case "--seeds" when number > 0:
                    options = options with { Seeds = (int)number };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
