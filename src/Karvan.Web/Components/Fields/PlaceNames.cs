using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Fields;

/// <summary>Countries and provinces in the reader's language.</summary>
internal static class PlaceNames
{
    public static string Country(string code, PageTexts words) =>
        ReferenceTable.Countries.Name(code, words.IsPersian ? Language.Persian : Language.English);

    /// <summary>To choose from, in the order of their names.</summary>
    public static IReadOnlyList<FieldChoice> Countries(PageTexts words) =>
        [
            .. ReferenceTable
                .Countries.Rows.Select(c => (c.Id, Name: Country(c.Id, words)))
                .OrderBy(c => PersianText.SortKey(c.Name), StringComparer.Ordinal)
                .Select(c => new FieldChoice(c.Id, PageTexts.Name(c.Name))),
        ];

    public static string Province(string code, PageTexts words) =>
        ReferenceTable.Provinces.Name(code, words.Language);

    /// <summary>To choose from, in the order of their names.</summary>
    public static IReadOnlyList<FieldChoice> Provinces(PageTexts words) =>
        [
            .. ReferenceTable
                .Provinces.Rows.Select(p => (p.Id, Name: Province(p.Id, words)))
                .OrderBy(p => PersianText.SortKey(p.Name), StringComparer.Ordinal)
                .Select(p => new FieldChoice(p.Id, PageTexts.Name(p.Name))),
        ];
}
