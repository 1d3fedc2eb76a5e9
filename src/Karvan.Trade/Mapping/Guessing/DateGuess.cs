using Karvan.Trade.Fields;

namespace Karvan.Trade.Mapping;

/// <summary>How the dates of a column are written.</summary>
/// <param name="Sure">Whether no other order reads as many of them, or all that do read the same days.</param>
internal sealed record DateGuess(DateOrder Order, DateCalendar Calendar, bool Sure)
{
    /// <summary>The order that reads most cells; year first, then day first, where two read the same.</summary>
    /// <returns>Null where none reads enough of them.</returns>
    public static DateGuess? Of(IReadOnlyList<string> cells)
    {
        var read = Enum.GetValues<DateOrder>()
            .Select(o => (Order: o, Days: Days(cells, DateCalendar.Auto, o)))
            .OrderByDescending(o => Count(o.Days))
            .ThenBy(o => o.Order)
            .ToList();
        var (order, days) = read[0];
        if (!ColumnEvidence.AreEnough(Count(days), cells.Count))
        {
            return null;
        }
        var jalali = Count(Days(cells, DateCalendar.Jalali, order));
        var calendar =
            jalali == 0 ? DateCalendar.Gregorian
            : jalali == Count(days) ? DateCalendar.Jalali
            : DateCalendar.Auto;
        var others = read.Skip(1).Where(o => Count(o.Days) == Count(days));
        return new(order, calendar, others.All(o => o.Days.SequenceEqual(days)));
    }

    private static int Count(List<int?> days) => days.Count(d => d is not null);

    private static List<int?> Days(
        IReadOnlyList<string> cells,
        DateCalendar calendar,
        DateOrder order
    ) =>
        [
            .. cells.Select(c =>
                DateText.Read(c, calendar, order, out var day) is Fault.None ? day : (int?)null
            ),
        ];
}
