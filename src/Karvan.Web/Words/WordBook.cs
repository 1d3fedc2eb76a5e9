using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace Karvan.Web.Words;

/// <summary>Every text of the pages in both languages, read once from the YAML files in the folders Texts.</summary>
public sealed class WordBook
{
    private readonly FrozenDictionary<string, Entry> entries;

    private WordBook(FrozenDictionary<string, Entry> entries) => this.entries = entries;

    public IEnumerable<string> Keys => entries.Keys;

    public bool Has(string key) => entries.ContainsKey(key);

    /// <exception cref="KeyNotFoundException">No file has the key.</exception>
    public Template Text(string key, PageLanguage language) =>
        entries.TryGetValue(key, out var entry)
            ? entry.In(language)
            : throw new KeyNotFoundException(
                $"No text has the key “{key}”; see the folders Texts of src/Karvan.Web."
            );

    /// <exception cref="FormatException">A file is not as it should be.</exception>
    public static WordBook Load()
    {
        var assembly = typeof(WordBook).Assembly;
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (
            var file in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("Words/", StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            using var reader = new StreamReader(stream);
            Read(file, reader, found);
        }
        return new WordBook(found.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <exception cref="FormatException">An entry is not of the shape <c>key: {fa: …, en: …}</c>, or its key is taken.</exception>
    public static void Read(string file, TextReader text, IDictionary<string, Entry> into)
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
            var entry = new Entry(Side(both, "fa", place), Side(both, "en", place));
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
            ? Template.Parse(text.Trim())
            : throw new FormatException($"{place}: the text in “{language}” is missing.");

    public sealed record Entry(Template Persian, Template English)
    {
        public bool SameNames => Persian.Names.SetEquals(English.Names);

        public Template In(PageLanguage language) =>
            language is PageLanguage.Persian ? Persian : English;
    }
}
