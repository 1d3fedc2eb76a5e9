using Karvan.Platform.Fields;
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
        CodeNames.Choices(FieldKind.Country, words);

    public static string Province(string code, PageTexts words) =>
        ReferenceTable.Provinces.Name(code, words.Language);

    /// <summary>To choose from, in the order of their names.</summary>
    public static IReadOnlyList<FieldChoice> Provinces(PageTexts words) =>
        CodeNames.Choices(FieldKind.Province, words);
}
