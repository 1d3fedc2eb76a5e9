using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

/// <summary>An official day off.</summary>
public sealed class Holiday : ReferenceRow
{
    [Field("holiday.day")]
    public DateOnly Day { get; internal set; }

    [Field("reference.name-fa", Longest = Lengths.Name)]
    public string NameFa { get; internal set; } = "";

    [Field("reference.name-en", Longest = Lengths.Name)]
    public string? NameEn { get; internal set; }

    /// <summary>The code of the lunar holiday that is kept on this day; null for one of the solar calendar, and for one of this year alone.</summary>
    [Field("holiday.lunar", Hint = "holiday.lunar-hint", Longest = LunarHoliday.CodeLength)]
    public string? Lunar { get; internal set; }
}

/// <summary>
/// An official holiday of the lunar calendar. On which day of the solar year it falls is announced: no algorithm tells it
/// (<c>lunar-holidays.csv</c>).
/// </summary>
/// <param name="Code">Lunar month and day, such as <c>01-10</c>; <c>02-last</c> for the last day of Safar.</param>
public sealed record LunarHoliday(string Code, string NameFa, string NameEn)
{
    public const int CodeLength = 10;

    /// <summary>Every solar year has each of them at least once: a lunar year is the shorter one.</summary>
    public static IReadOnlyList<LunarHoliday> All { get; } = [.. SeedTable.LunarHolidays()];

    /// <returns>Null for one that is known by no such name or code.</returns>
    public static string? CodeOf(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : All.FirstOrDefault(l =>
                l.Code == text.Trim()
                || PersianText.SearchKey(l.NameFa) == PersianText.SearchKey(text)
            )?.Code;
}

public sealed record HolidayEntry(
    DateOnly Day,
    string NameFa,
    string? NameEn,
    string? Source = null,
    bool IsExample = false,
    string? Lunar = null
) : IReferenceEntry<Holiday>
{
    public ReferenceRefusal[] Check() =>
        Refusals.Of(
            (string.IsNullOrWhiteSpace(NameFa), ReferenceRefusal.NameMissing),
            (
                Lunar is not null && LunarHoliday.All.All(l => l.Code != Lunar),
                ReferenceRefusal.LunarUnknown
            )
        );

    public ReferenceRefusal? Against(IReadOnlyList<Holiday> others) =>
        others.Any(o => o.Day == Day) ? ReferenceRefusal.DayTaken : null;

    public void Fill(Holiday row)
    {
        (row.Day, row.NameFa, row.Lunar) = (Day, NameFa.Trim(), Lunar);
        row.NameEn = string.IsNullOrWhiteSpace(NameEn) ? null : NameEn.Trim();
    }
}
