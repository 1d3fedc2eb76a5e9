using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Why two registrations may be one, in words.</summary>
internal static class DuplicateTexts
{
    public static IEnumerable<DuplicateSigns> All =>
        Enum.GetValues<DuplicateSigns>().Where(s => s is not DuplicateSigns.None).OrderDescending();

    public static Said Signs(DuplicateSigns signs, PageTexts words) =>
        PageTexts.Name(
            string.Join(
                words.IsPersian ? "، " : ", ",
                All.Where(s => signs.HasFlag(s)).Select(s => words[$"twins.sign.{s}"].Bare)
            )
        );
}
