using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Promoters;

/// <summary>Codes and choices of the databank in the reader's words.</summary>
internal static class PromoterTexts
{
    /// <summary>As many provinces are named in a list; the profile names all.</summary>
    private const int FewProvinces = 4;

    public static Status Status(PromoterState state) =>
        new(
            $"promoter.state.{state}",
            state switch
            {
                PromoterState.Submitted => StatusKind.Now,
                PromoterState.Asked => StatusKind.Going,
                PromoterState.Approved => StatusKind.Good,
                PromoterState.Refused or PromoterState.Suspended => StatusKind.Bad,
                _ => StatusKind.Quiet,
            }
        );

    public static string Name(string fa, string? en, PageTexts words) =>
        words.IsPersian || string.IsNullOrEmpty(en) ? fa : en;

    public static string Chapter(string code, PageTexts words) =>
        ReferenceTable.HsChapters.Name(code, words.Language);

    public static string LanguageName(string code, PageTexts words) =>
        ReferenceTable.Languages.Name(code, words.Language);

    public static string Joined(IEnumerable<string> texts, PageTexts words) =>
        string.Join(words["promoter.and"].Bare + " ", texts);

    public static string Served(Provinces served, PageTexts words, bool few = false)
    {
        if (served.All)
        {
            return words["promoter.country"].Bare;
        }
        var names = served
            .Codes.Select(c => PlaceNames.Province(c, words))
            .OrderBy(PersianText.SortKey, StringComparer.Ordinal)
            .ToList();
        return few && names.Count > FewProvinces
            ? words[
                "promoter.provinces-and-more",
                ("names", Joined(names.Take(FewProvinces), words)),
                ("more", names.Count - FewProvinces)
            ].Bare
            : Joined(names, words);
    }

    /// <summary>The values of an enumeration as answers, their texts under a beginning that ends with a point.</summary>
    public static IReadOnlyList<FieldChoice> Choices<T>(PageTexts words, string start)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => new FieldChoice(v.ToString(), words[start + v]))];
}
