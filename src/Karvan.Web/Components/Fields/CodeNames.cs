using System.Collections.Concurrent;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Karvan.Texts;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Fields;

/// <summary>Codes of the lists that are part of the program, in the reader's language.</summary>
internal static class CodeNames
{
    /// <summary>Put in order once: the lists change with the program alone.</summary>
    private static readonly ConcurrentDictionary<
        (FieldKind List, Language Language),
        (string Id, string Name)[]
    > Ordered = new();

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
                .. Ordered
                    .GetOrAdd(
                        (list, words.Language),
                        asked =>
                            [
                                .. TableOf(asked.List)
                                    .Rows.Select(r =>
                                        (r.Id, Name: TableOf(asked.List).Name(r.Id, asked.Language))
                                    )
                                    .OrderBy(
                                        r => PersianText.SortKey(r.Name),
                                        StringComparer.Ordinal
                                    ),
                            ]
                    )
                    .Select(r => new FieldChoice(r.Id, PageTexts.Name(r.Name))
                    {
                        IsCommon = CommonChoices.Contains($"{list}", r.Id),
                    }),
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
