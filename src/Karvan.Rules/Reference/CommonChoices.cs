using System.Collections.Frozen;

namespace Karvan.Rules.Reference;

/// <summary>The codes of long lists that most people look for (<c>common-choices.csv</c>): lists to choose from show them first.</summary>
public static class CommonChoices
{
    private const string File = "common-choices.csv";

    private static readonly FrozenSet<string> Known = Load();

    /// <param name="list">Country or Language.</param>
    public static bool Contains(string list, string code) => Known.Contains($"{list},{code}");

    private static FrozenSet<string> Load()
    {
        using var stream =
            typeof(CommonChoices).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException(
                $"The table {File} is missing from the assembly."
            );
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
