using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;

namespace Karvan.Registry.Reference;

/// <summary>A name by which files call a country.</summary>
public sealed class CountryAlias : ReferenceRow
{
    [Field("alias.name", Longest = Lengths.Name)]
    public string Name { get; internal set; } = "";

    /// <summary>The name in one spelling, without spaces: what a file's word is looked up by.</summary>
    public string Key { get; internal set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Field("reference.country", Kind = FieldKind.Country, Length = FieldLength.Middle)]
    public string Country { get; internal set; } = "";

    public static string KeyOf(string? name) => string.Concat(PersianText.Words(name));
}

public sealed record CountryAliasEntry(
    string Name,
    string Country,
    string? Source = null,
    bool IsExample = false
) : IReferenceEntry<CountryAlias>
{
    public ReferenceRefusal[] Check() =>
        Refusals.Of(
            (CountryAlias.KeyOf(Name).Length == 0, ReferenceRefusal.NameMissing),
            (!ReferenceTable.Countries.Contains(Country), ReferenceRefusal.CountryUnknown)
        );

    public ReferenceRefusal? Against(IReadOnlyList<CountryAlias> others)
    {
        var key = CountryAlias.KeyOf(Name);
        return others.Any(o => o.Key == key) ? ReferenceRefusal.AliasTaken : null;
    }

    public void Fill(CountryAlias row) =>
        (row.Name, row.Key, row.Country) = (Name.Trim(), CountryAlias.KeyOf(Name), Country);
}

/// <summary>Finds the country that a word of a file means: its code, its name in either language, or another name of it.</summary>
public sealed class CountryNames
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public CountryNames(IEnumerable<CountryAlias> aliases)
    {
        foreach (var row in ReferenceTable.Countries.Rows)
        {
            codes[CountryAlias.KeyOf(row.Text.Fa)] = row.Id;
            codes[CountryAlias.KeyOf(row.Text.En)] = row.Id;
            codes[CountryAlias.KeyOf(row.Id)] = row.Id;
        }
        foreach (var alias in aliases)
        {
            codes[alias.Key] = alias.Country;
        }
    }

    /// <returns>Null for a word that is no country's.</returns>
    public string? Find(string? word) => codes.GetValueOrDefault(CountryAlias.KeyOf(word));
}
