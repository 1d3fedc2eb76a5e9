using Karvan.Cli.Terminal;
using Karvan.Platform.Audit;

namespace Karvan.Cli.Commands;

/// <summary>Tells which chains of the record do not hold, and where.</summary>
internal static class BrokenChains
{
    /// <returns>The exit code.</returns>
    public static int Tell(IReadOnlyList<BrokenChain> broken)
    {
        foreach (var link in broken)
        {
            Say.Error(
                $"chain {link.Chain}, event {link.Number}: found {link.Found}, expected {link.Expected}"
            );
        }
        Console.WriteLine(broken.Count == 0 ? "every chain holds" : "not every chain holds");
        return broken.Count == 0 ? ExitCode.Good : ExitCode.BrokenChain;
    }
}
