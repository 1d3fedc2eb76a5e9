using Karvan.Rules.Loading;
using Karvan.Trade.Files;

namespace Karvan.Trade.Inputs;

/// <summary>Rulebooks on disk, with the tables beside them.</summary>
public static class RulebookFile
{
    /// <summary>Loads a book with the files beside it; what is wrong in it stands in the answer.</summary>
    /// <exception cref="UnusableInputException">The file cannot be read.</exception>
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
            throw new UnusableInputException(
                $"{path}: found no rulebook that can be read ({e.Message}), expected a YAML file"
            );
        }
        return RulebookLoader.Load(text, path, name => ReadBeside(path, name), choices);
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
