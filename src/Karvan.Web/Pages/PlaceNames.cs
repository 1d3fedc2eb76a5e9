using Karvan.Core.Values;
using Karvan.Rules.Reference;
using Karvan.Texts;
using Karvan.Web.Parts.Fields;
using Karvan.Web.Words;

namespace Karvan.Web.Pages;

/// <summary>Countries in the reader's language.</summary>
internal static class PlaceNames
{
    public static string Country(string code, PageWords words) =>
        ReferenceTable.Countries.Name(code, words.Language);

    /// <summary>To choose from, in the order of their names.</summary>
    public static IReadOnlyList<Answer> Countries(PageWords words) =>
        [
            .. ReferenceTable
                .Countries.Rows.Select(c => (c.Id, Name: Country(c.Id, words)))
                .OrderBy(c => PersianText.SortKey(c.Name), StringComparer.Ordinal)
                .Select(c => new Answer(c.Id, PageWords.Name(c.Name))),
        ];
}
