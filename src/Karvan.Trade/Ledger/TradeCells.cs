using System.Runtime.InteropServices;
using Karvan.Texts;

namespace Karvan.Trade.Ledger;

/// <summary>The sums of a flow, solar year, country and good.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Hs6">Six digits as a number.</param>
public readonly record struct TradeCell(
    bool Import,
    int SolarYear,
    string Country,
    int Hs6,
    long Lines,
    long ValueCents,
    long WeightGrams
);

/// <summary>Adds up lines by flow, solar year, country and HS 6-digit code, exactly.</summary>
public sealed class TradeCells
{
    private const int CountryShift = 20;
    private const int YearShift = CountryShift + 16;
    private const int FlowShift = YearShift + 14;

    private readonly Dictionary<long, Sums> cells = [];
    private readonly Dictionary<int, int> years = [];

    public int Count => cells.Count;

    public IEnumerable<TradeCell> All =>
        cells.Select(c => new TradeCell(
            c.Key >> FlowShift != 0,
            (int)(c.Key >> YearShift) & 0x3FFF,
            PackedLine.Letters((uint)(c.Key >> CountryShift) & 0xFFFF, 2),
            (int)(c.Key & 0xFFFFF),
            c.Value.Lines,
            c.Value.Cents,
            c.Value.Grams
        ));

    /// <exception cref="OverflowException">A sum passes what 64 bits hold.</exception>
    internal void Add(in PackedLine line) =>
        Add(
            line.Import,
            line.Day,
            line.Country,
            PackedLine.Hs6(line.HsCode),
            line.Cents,
            line.Grams
        );

    private void Add(bool import, int day, ushort country, int hs6, long cents, long grams)
    {
        ref var year = ref CollectionsMarshal.GetValueRefOrAddDefault(years, day, out var known);
        if (!known)
        {
            year = SolarCalendar.YearOf(day);
        }
        var key =
            (import ? 1L << FlowShift : 0)
            | (long)year << YearShift
            | (long)country << CountryShift
            | (uint)hs6;
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
        sums.Lines++;
        sums.Cents = checked(sums.Cents + cents);
        sums.Grams = checked(sums.Grams + grams);
    }

    private struct Sums
    {
        public long Lines;
        public long Cents;
        public long Grams;
    }
}
