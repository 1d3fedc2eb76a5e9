using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Trade.Declarations;

/// <summary>Look-up tables that both ways of reading a line share: days, countries, data years.</summary>
internal sealed class LineRules
{
    public const byte NoCountry = 255;

    /// <summary>The country of the exporters: no destination, though goods may come back from it.</summary>
    private const string Home = "IR";

    private const int Letters = 26;
    private const int DaysOfYear = 12 * 32;
    private const int Around = 12;

    private readonly DataYears years;
    private readonly byte[] countries = new byte[Letters * Letters];
    private readonly DayTable jalali;
    private readonly DayTable gregorian;

    public LineRules(DataYears years)
    {
        this.years = years;
        Array.Fill(countries, NoCountry);
        for (var i = 0; i < ReferenceTable.Countries.Rows.Count; i++)
        {
            var code = ReferenceTable.Countries.Rows[i].Id;
            countries[(code[0] - 'A') * Letters + code[1] - 'A'] = (byte)i;
        }
        HomeCountry = (byte)ReferenceTable.Countries.IndexOf(Home);
        var firstGregorian = years.All[0] + SolarCalendar.YearsApart;
        jalali = new DayTable(this, years.All[0] - Around, years.Count + 2 * Around);
        gregorian = new DayTable(this, firstGregorian - Around, years.Count + 1 + 2 * Around);
    }

    public byte HomeCountry { get; }

    /// <param name="first">Upper-case letter, or any byte.</param>
    /// <param name="second">Upper-case letter, or any byte.</param>
    /// <returns>The country's place in the reference table, or <see cref="NoCountry"/>.</returns>
    public byte Country(byte first, byte second)
    {
        var (a, b) = ((uint)(first - 'A'), (uint)(second - 'A'));
        return a < Letters && b < Letters ? countries[a * Letters + b] : NoCountry;
    }

    public int YearPlace(int solarYear)
    {
        var place = years.IndexOf(solarYear);
        return place < 0 ? CustomsLine.OtherYear : place;
    }

    /// <summary>A day of the years around the data years; other days, and what is no day at all, take the slow way.</summary>
    public bool TryDay(uint year, uint month, uint day, out int dayNumber, out int yearPlace)
    {
        var table = year <= SolarCalendar.LastYear ? jalali : gregorian;
        return table.TryGet(year, month, day, out dayNumber, out yearPlace);
    }

    /// <summary>Day number and year place of every day of a run of years, in one word a day.</summary>
    private sealed class DayTable
    {
        private const int PlaceBits = 4;

        private readonly int first;
        private readonly int[] days;

        public DayTable(LineRules rules, int first, int count)
        {
            this.first = first;
            days = new int[count * DaysOfYear];
            for (var i = 0; i < days.Length; i++)
            {
                var (year, month, day) = (first + i / DaysOfYear, i % DaysOfYear / 32 + 1, i % 32);
                if (SolarCalendar.TryDay(year, month, day, out var number, out var solarYear))
                {
                    days[i] = number << PlaceBits | rules.YearPlace(solarYear);
                }
            }
        }

        public bool TryGet(uint year, uint month, uint day, out int dayNumber, out int yearPlace)
        {
            var index = (long)(year - first) * DaysOfYear + ((long)month - 1) * 32 + day;
            var entry =
                month - 1 < 12 && day < 32 && (ulong)index < (ulong)days.Length ? days[index] : 0;
            dayNumber = entry >> PlaceBits;
            yearPlace = entry & ((1 << PlaceBits) - 1);
            return entry != 0;
        }
    }
}
