using Karvan.Cli.Terminal;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Inputs;

namespace Karvan.Cli.Commands;

/// <summary>The rulebook that a command is about.</summary>
internal static class LoadedRulebook
{
    /// <summary>Loads a book or prints every reason why it does not.</summary>
    /// <returns>Null when it was refused.</returns>
    public static Rulebook? OrSay(string path, IReadOnlyDictionary<string, string>? choices = null)
    {
        var load = RulebookFile.Load(path, choices);
        foreach (var problem in load.Problems)
        {
            Say.Error(problem.ToString());
        }
        return load.Rulebook;
    }
}
