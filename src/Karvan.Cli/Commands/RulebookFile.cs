using Karvan.Cli.Terminal;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Cli.Commands;

/// <summary>Rulebooks on disk.</summary>
internal static class RulebookFile
{
    /// <summary>Loads a book with the files beside it.</summary>
    public static RulebookLoad Load(
        string path,
        IReadOnlyDictionary<string, string>? choices = null
    )
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableRequestException(
                $"{path}: found no rulebook that can be read ({e.Message}), expected a YAML file"
            );
        }
        return RulebookLoader.Load(text, path, name => ReadBeside(path, name), choices);
    }

    /// <summary>Loads a book or prints every reason why it does not.</summary>
    /// <returns>Null when it was refused.</returns>
    public static Rulebook? LoadOrSay(
        string path,
        IReadOnlyDictionary<string, string>? choices = null
    )
    {
        var load = Load(path, choices);
        foreach (var problem in load.Problems)
        {
            Say.Error(problem.ToString());
        }
        return load.Rulebook;
    }

    /// <summary>Files beside a book are found by relative names that stay inside its folder.</summary>
    private static byte[]? ReadBeside(string path, string name)
    {
        var folder = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = Path.GetFullPath(Path.Combine(folder, name));
        var inside = beside.StartsWith(
            folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
        return inside && File.Exists(beside) ? File.ReadAllBytes(beside) : null;
    }
}
