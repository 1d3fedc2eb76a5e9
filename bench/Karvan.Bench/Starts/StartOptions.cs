using Karvan.Bench.Harness;

namespace Karvan.Bench.Starts;

/// <summary>What <c>bench/run start</c> is asked for.</summary>
/// <param name="Starts">Of each program.</param>
/// <param name="Against">The commit with which this build is compared; null to measure this one alone.</param>
internal sealed record StartOptions(int Starts, int Firms, string? Against)
{
    public const string Command = "start";

    public const string Help = """
        Measures from the start of the program to its being ready on a database that is there, as it is installed, and from
        ./run on a built tree to the first page.

          bench/run start [--against COMMIT] [--starts N] [--firms N]

          --starts N   of each program (7); told is the middle one
          --firms N    demo firms in the database (2000)
          --against C  install that commit too, and let the two take turns

        """;

    /// <returns>Null when the arguments are not understood.</returns>
    public static StartOptions? Parse(ReadOnlySpan<string> args)
    {
        var against = Arguments.Against(args, out var rest);
        if (rest is null || Arguments.Parse(rest) is not { Write: false } said)
        {
            return null;
        }
        var options = new StartOptions(7, 2000, against);
        foreach (var (name, number) in said.Numbers)
        {
            switch (name)
            {
                case "--starts" when number > 0:
                    options = options with { Starts = (int)number };
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
