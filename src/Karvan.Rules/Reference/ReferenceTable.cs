using System.Collections.Frozen;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Reference;

/// <summary>A small embedded table of codes and their names; <c>SOURCES.md</c> beside the files says where they come from.</summary>
public sealed class ReferenceTable
{
    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public static readonly ReferenceTable Countries = Load("countries.csv");

    /// <summary>The 31 provinces, two digits.</summary>
    public static readonly ReferenceTable Provinces = Load("provinces.csv");

    /// <summary>ISO 639-1, lower case.</summary>
    public static readonly ReferenceTable Languages = Load("languages.csv");

    /// <summary>Chapters of the Harmonized System, two digits, by names people know their goods by.</summary>
    public static readonly ReferenceTable HsChapters = Load("hs-chapters.csv");

    private readonly FrozenDictionary<string, int> places;

    private ReferenceTable(IReadOnlyList<NamedText> rows)
    {
        Rows = rows;
        places = rows.Select((r, i) => (r.Id, i))
            .ToFrozenDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<NamedText> Rows { get; }

    /// <returns>The place of a code among the rows, or −1.</returns>
    public int IndexOf(string code) => places.GetValueOrDefault(code, -1);

    public bool Contains(string code) => places.ContainsKey(code);

    /// <summary>The name of a code, or the code itself when it is unknown.</summary>
    public string Name(string code, Language language)
    {
        var place = IndexOf(code);
        return place < 0 ? code : Rows[place].Text.In(language);
    }

    private static ReferenceTable Load(string file)
    {
        using var stream =
            typeof(ReferenceTable).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException(
                $"The table {file} is missing from the assembly."
            );
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var rows = new List<NamedText>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            rows.Add(new NamedText(fields[0], new LocalText(fields[1], fields[2])));
        }
        return new ReferenceTable([.. rows.OrderBy(r => r.Id, StringComparer.Ordinal)]);
    }
}
