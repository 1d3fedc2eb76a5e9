using System.Text.Json;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>A rulebook with the files beside it: its tables, by which it loads, and its worked cases.</summary>
/// <param name="Beside">By their names from the folder of the rulebook.</param>
public sealed record RulebookPackage(string Text, IReadOnlyDictionary<string, byte[]> Beside)
{
    /// <summary>How the messages of the loader name the text.</summary>
    private const string FileName = "rulebook.yaml";

    private const string Cases = "cases/";

    /// <summary>Name and text of each file of worked cases.</summary>
    public IEnumerable<(string Name, string Text)> CaseFiles =>
        Beside
            .Where(f => f.Key.StartsWith(Cases, StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => (f.Key[(f.Key.LastIndexOf('/') + 1)..], Decoded(f.Value)));

    public RulebookLoad Load() => RulebookLoader.Load(Text, FileName, Beside.GetValueOrDefault);

    /// <summary>Its own rulebook, once loaded, with other answers.</summary>
    public RulebookLoad Under(Rulebook book, IReadOnlyDictionary<string, string> choices) =>
        RulebookLoader.Under(book, FileName, Beside.GetValueOrDefault, choices);

    internal string BesideJson() => JsonSerializer.Serialize(Beside);

    internal static RulebookPackage Of(string text, string beside) =>
        new(text, JsonSerializer.Deserialize<Dictionary<string, byte[]>>(beside)!);

    private static string Decoded(byte[] content) =>
        new StreamReader(new MemoryStream(content)).ReadToEnd();
}
