using Karvan.Trade.Files;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>A row of totals: it is rejected, and what it says is held against the sums.</summary>
/// <param name="Line">Its place in the file.</param>
/// <param name="Hundredths">What stands in the column of values, in hundredths of the file's unit; null where that is no number.</param>
/// <param name="WeightGrams">What stands in the column of weights; null where that is no number.</param>
public sealed record TotalsRow(long Line, long? Hundredths, long? WeightGrams);

/// <summary>Sums over all lines handed over.</summary>
public sealed class AmountSums
{
    public Int128 ValueCents { get; private set; }

    public Int128 WeightGrams { get; private set; }

    /// <summary>What the file says, in hundredths of each unit, by its code; tomans count as rials.</summary>
    public IReadOnlyDictionary<string, Int128> HundredthsByCurrency => byCurrency;

    private readonly SortedDictionary<string, Int128> byCurrency = new(StringComparer.Ordinal);
    private string lastCode = "";
    private Int128 lastSum;

    internal void Add(in Money money, long grams)
    {
        ValueCents += money.Cents;
        WeightGrams += grams;
        if (!ReferenceEquals(lastCode, money.Unit.Code))
        {
            Settle();
            lastCode = money.Unit.Code;
        }
        lastSum += money.Hundredths;
    }

    internal void Add(AmountSums other)
    {
        other.Settle();
        ValueCents += other.ValueCents;
        WeightGrams += other.WeightGrams;
        foreach (var (code, sum) in other.byCurrency)
        {
            byCurrency[code] = byCurrency.GetValueOrDefault(code) + sum;
        }
    }

    /// <summary>Most files have one currency: it is added up beside the table.</summary>
    private void Settle()
    {
        if (lastSum > 0)
        {
            byCurrency[lastCode] = byCurrency.GetValueOrDefault(lastCode) + lastSum;
        }
        lastSum = 0;
    }
}

/// <summary>What became of the rows of a mapped file.</summary>
/// <param name="Rows">Accepted are those handed over. Read = accepted + rejected, rows of totals and repeated headers among the latter.</param>
/// <param name="Totals">Rows of totals in the order of lines; the first <see cref="MostTotals"/> of them.</param>
/// <param name="Sums">What the accepted lines come to, to be held against the totals.</param>
public sealed record MappedTally(FileTally Rows, IReadOnlyList<TotalsRow> Totals, AmountSums Sums)
{
    /// <summary>A file with a total after every page has many; a report shows few.</summary>
    public const int MostTotals = 1000;
}
