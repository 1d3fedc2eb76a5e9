using Karvan.Texts;
using Karvan.Trade.Files;

namespace Karvan.Trade.Ledger;

/// <summary>Adds up the lines of one exporter by flow and solar year.</summary>
internal static class YearSums
{
    /// <exception cref="UnusableInputException">A sum passes what 64 bits hold.</exception>
    public static IReadOnlyList<YearSum> Of(ReadOnlySpan<PackedLine> lines)
    {
        var sums = new SortedDictionary<(bool Import, int Year), YearSum>();
        foreach (ref readonly var line in lines)
        {
            var key = (line.Import, SolarCalendar.YearOf(line.Day));
            var sum = sums.GetValueOrDefault(key);
            try
            {
                sums[key] = new YearSum(
                    key.Import,
                    key.Item2,
                    sum.Lines + 1,
                    checked(sum.ValueCents + line.Cents),
                    checked(sum.WeightGrams + line.Grams)
                );
            }
            catch (OverflowException)
            {
                throw new UnusableInputException(
                    $"found lines of {PackedLine.Digits(line.Exporter)} in {key.Item2} that add up to more than {long.MaxValue} cents or grams, "
                        + "expected sums that can be held exactly; check the units of value and weight"
                );
            }
        }
        return [.. sums.Values];
    }
}
