using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Fields;

/// <summary>Codes of the lists that are part of the program, in the reader's language.</summary>
internal static class CodeNames
{
    /// <returns>The code itself where the list has no such one.</returns>
    public static string Of(FieldKind list, string code, PageTexts words) =>
        TableOf(list).Name(code, words.Language);

    /// <summary>To choose from: chapters in the order of their digits, the others in that of their names.</summary>
    public static IReadOnlyList<FieldChoice> Choices(FieldKind list, PageTexts words) =>
        list is FieldKind.Chapter
            ?
            [
                .. ReferenceTable.HsChapters.Rows.Select(c => new FieldChoice(
                    c.Id,
                    words[
                        "promoter.chapter-choice",
                        ("code", c.Id),
                        ("name", Of(list, c.Id, words))
                    ]
                )),
            ]
            :
            [
                .. TableOf(list)
                    .Rows.Select(r => (r.Id, Name: Of(list, r.Id, words)))
                    .OrderBy(r => PersianText.SortKey(r.Name), StringComparer.Ordinal)
                    .Select(r => new FieldChoice(r.Id, PageTexts.Name(r.Name))),
            ];

    private static ReferenceTable TableOf(FieldKind list) =>
        list switch
        {
            FieldKind.Province => ReferenceTable.Provinces,
            FieldKind.Country => ReferenceTable.Countries,
            FieldKind.Chapter => ReferenceTable.HsChapters,
            FieldKind.Language => ReferenceTable.Languages,
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "No list of codes."),
        };
}
