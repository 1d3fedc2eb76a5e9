using Karvan.Trade.Fields;

namespace Karvan.Trade.Mapping;

/// <summary>How the dates of a column are written.</summary>
/// <param name="Sure">Whether no other order reads as many of them.</param>
internal sealed record DateGuess(DateOrder Order, DateCalendar Calendar, bool Sure)
{
    /// <summary>The order that reads most cells; year first where two read the same.</summary>
    /// <returns>Null where none reads enough of them.</returns>
    public static DateGuess? Of(IReadOnlyList<string> cells)
    {
        var read = Enum.GetValues<DateOrder>()
            .Select(o => (Order: o, Count: cells.Count(c => Reads(c, DateCalendar.Auto, o))))
            .OrderByDescending(o => o.Count)
            .ThenBy(o => o.Order)
            .ToList();
        var (order, most) = read[0];
        if (!ColumnEvidence.AreEnough(most, cells.Count))
        {
            return null;
        }
        var calendar = cells.Any(c => Reads(c, DateCalendar.Jalali, order))
            ? cells.Any(c => Reads(c, DateCalendar.Gregorian, order))
                ? DateCalendar.Auto
                : DateCalendar.Jalali
            : DateCalendar.Gregorian;
        return new(order, calendar, read[1].Count < most);
    }

    private static bool Reads(string cell, DateCalendar calendar, DateOrder order) =>
        DateText.Read(cell, calendar, order, out _) is Fault.None;
}
