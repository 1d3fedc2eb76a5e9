using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Guessing;

/// <summary>
/// In which order the dates of a column are written. Their calendar is never guessed: a year says its own, and the rows that are
/// looked at may all be of one calendar in a file that has both.
/// </summary>
/// <param name="Sure">Whether no other order reads as many of them, or all that do read the same days.</param>
internal sealed record DateGuess(DateOrder Order, bool Sure)
{
    /// <summary>The order that reads most cells; year first, then day first, where two read the same.</summary>
    /// <returns>Null where none reads enough of them.</returns>
    public static DateGuess? Of(IReadOnlyList<string> cells)
    {
        var read = Enum.GetValues<DateOrder>()
            .Select(o => (Order: o, Days: Days(cells, o)))
            .OrderByDescending(o => Count(o.Days))
            .ThenBy(o => o.Order)
            .ToList();
        var (order, days) = read[0];
        if (!ColumnEvidence.AreEnough(Count(days), cells.Count))
        {
            return null;
        }
        var others = read.Skip(1).Where(o => Count(o.Days) == Count(days));
        return new(order, others.All(o => o.Days.SequenceEqual(days)));
    }

    private static int Count(List<int?> days) => days.Count(d => d is not null);

    private static List<int?> Days(IReadOnlyList<string> cells, DateOrder order) =>
        [
            .. cells.Select(c =>
                DateText.Read(c, DateCalendar.Auto, order, out var day) is Fault.None
                    ? day
                    : (int?)null
            ),
        ];
}
