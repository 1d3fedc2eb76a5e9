using System.Collections.Frozen;
using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace Karvan.Texts;

/// <summary>Texts in both languages by their keys, as YAML files hold them: <c>key: {fa: …, en: …}</c>.</summary>
public sealed class TextBook
{
    private readonly FrozenDictionary<string, TextEntry> entries;

    private TextBook(FrozenDictionary<string, TextEntry> entries) => this.entries = entries;

    public IEnumerable<string> Keys => entries.Keys;

    public bool Has(string key) => entries.ContainsKey(key);

    /// <exception cref="KeyNotFoundException">No file has the key.</exception>
    public Template Text(string key, Language language) =>
        entries.TryGetValue(key, out var entry)
            ? entry.In(language)
            : throw new KeyNotFoundException($"No text has the key “{key}”.");

    /// <param name="values">One for each placeholder, in any order.</param>
    /// <param name="show">Puts a value into the words of the language.</param>
    /// <exception cref="KeyNotFoundException">No file has the key.</exception>
    /// <exception cref="ArgumentException">A placeholder is without a value, or a value without a placeholder.</exception>
    public Phrase Fill(
        string key,
        Language language,
        ReadOnlySpan<(string Name, object? Value)> values,
        Func<object?, Phrase> show
    )
    {
        var template = Text(key, language);
        try
        {
            return template.Fill(language, values, show);
        }
        catch (ArgumentException e) when (e.ParamName == nameof(values))
        {
            throw new ArgumentException($"“{key}”: {e.Message}", nameof(values), e);
        }
    }

    /// <summary>Every embedded file of an assembly whose name begins so, read as one book.</summary>
    /// <exception cref="FormatException">A file is not as it should be, or there is none.</exception>
    public static TextBook Load(Assembly assembly, string prefix)
    {
        var found = new Dictionary<string, TextEntry>(StringComparer.Ordinal);
        foreach (
            var file in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            using var reader = new StreamReader(stream);
            Read(file, reader, found);
        }
        return found.Count > 0
            ? new TextBook(found.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new FormatException($"{assembly.GetName().Name} holds no texts in {prefix}.");
    }

    /// <exception cref="FormatException">An entry is not of the shape <c>key: {fa: …, en: …}</c>, or its key is taken.</exception>
    public static void Read(string file, TextReader text, IDictionary<string, TextEntry> into)
    {
        var yaml = new YamlStream();
        yaml.Load(text);
        if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new FormatException(
                $"{file}: expected entries of the shape “key: {{fa: …, en: …}}”."
            );
        }
        foreach (var (name, value) in root.Children)
        {
            var key = ((YamlScalarNode)name).Value!;
            var place = $"{file}, line {name.Start.Line}, {key}";
            if (value is not YamlMappingNode { Children.Count: 2 } both)
            {
                throw new FormatException($"{place}: expected {{fa: …, en: …}} and nothing else.");
            }
            var entry = new TextEntry(Side(both, "fa", place), Side(both, "en", place));
            if (!entry.SameNames)
            {
                throw new FormatException(
                    $"{place}: both languages must name the same placeholders."
                );
            }
            if (!into.TryAdd(key, entry))
            {
                throw new FormatException($"{place}: the key is taken by another entry.");
            }
        }
    }

    private static Template Side(YamlMappingNode both, string language, string place) =>
        both.Children.TryGetValue(language, out var node)
        && node is YamlScalarNode { Value: { Length: > 0 } text }
            ? Template.Parse(text)
            : throw new FormatException($"{place}: the text in “{language}” is missing.");
}

/// <summary>One text in both languages.</summary>
public sealed record TextEntry(Template Persian, Template English)
{
    public bool SameNames => Persian.Names.SetEquals(English.Names);

    public Template In(Language language) => language is Language.Persian ? Persian : English;
}
