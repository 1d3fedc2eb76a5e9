using System.Globalization;
using Karvan.Texts;

namespace Karvan.Trade.Demo;

/// <summary>The days of one solar year as texts of ten bytes, and how busy customs is on each.</summary>
internal sealed class SolarYear
{
    public const int Slots = 1 << 16;
    private const int DateBytes = 10;

    private readonly byte[] texts;
    private readonly ushort[] dayOfSlot = new ushort[Slots];

    public SolarYear(int year, bool jalali)
    {
        IsJalali = jalali;
        var days = SolarCalendar.DaysIn(year);
        texts = new byte[days * DateBytes];
        var weights = new int[days];
        for (var day = 0; day < days; day++)
        {
            var date = DateOnly.FromDayNumber(SolarCalendar.FirstDay(year) + day);
            weights[day] = Weight(date.DayOfWeek, day, days);
            var text = jalali
                ? SolarCalendar.Text(date)
                : $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";
            System.Text.Encoding.ASCII.GetBytes(text, texts.AsSpan(day * DateBytes));
        }
        ShareSlots(weights);
    }

    public bool IsJalali { get; }

    /// <summary>A slot is a moment of the year; slots ascend with the days.</summary>
    public ReadOnlySpan<byte> Date(int slot) =>
        texts.AsSpan(dayOfSlot[slot] * DateBytes, DateBytes);

    private void ShareSlots(int[] weights)
    {
        var sum = weights.Sum();
        var (from, running) = (0, 0);
        for (var day = 0; day < weights.Length; day++)
        {
            running += weights[day];
            var to = (int)((long)Slots * running / sum);
            dayOfSlot.AsSpan(from, to - from).Fill((ushort)day);
            from = to;
        }
    }

    /// <summary>Quiet on Fridays and through the New Year holidays, hurried in the last month.</summary>
    private static int Weight(DayOfWeek day, int dayOfYear, int days)
    {
        var weight = day switch
        {
            DayOfWeek.Friday => 4,
            DayOfWeek.Thursday => 24,
            _ => 40,
        };
        if (dayOfYear < 13)
            return weight / 4;
        return dayOfYear >= days - 29 ? weight * 3 / 2 : weight;
    }
}
