using System.Globalization;
using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>A day as readers of a language write it: solar in Persian, ISO in English.</summary>
internal static class SolarDay
{
    private static readonly PersianCalendar Calendar = new();

    public static string Write(DateOnly day, Wording words)
    {
        if (words.Language is Language.English)
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return words.Localised(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Calendar.GetYear(noon)}/{Calendar.GetMonth(noon):00}/{Calendar.GetDayOfMonth(noon):00}"
            )
        );
    }
}
