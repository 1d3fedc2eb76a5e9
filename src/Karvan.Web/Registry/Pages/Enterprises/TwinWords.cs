using Karvan.Registry.Firms;
using Karvan.Registry.Twins;
using Karvan.Web.Words;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Why two registrations may be one, in words.</summary>
internal static class TwinWords
{
    public static IEnumerable<TwinSigns> All =>
        Enum.GetValues<TwinSigns>().Where(s => s is not TwinSigns.None).OrderDescending();

    public static Said Signs(TwinSigns signs, PageWords words) =>
        PageWords.Name(
            string.Join(
                words.IsPersian ? "، " : ", ",
                All.Where(s => signs.HasFlag(s)).Select(s => words[$"twins.sign.{s}"].Bare)
            )
        );
}
