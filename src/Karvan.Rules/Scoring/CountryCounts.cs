using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// Counts the countries of every country criterion in one pass over the country rows: eight counts lie side by
/// side in one 64-bit word, and two table look-ups a row add to all of them.
/// </summary>
internal sealed class CountryCounts
{
    /// <summary>Lanes of 8 bits; there are fewer than 256 countries, so that no lane runs over.</summary>
    private const int Lanes = 8;

    private readonly TradeFacts trade;
    private readonly List<(int Place, ExportCountries Measure)> counted = [];
    private readonly List<Pass> passes = [];

    /// <param name="places">The criteria to count for.</param>
    public CountryCounts(Rulebook book, TradeFacts trade, IEnumerable<int> places)
    {
        this.trade = trade;
        foreach (var place in places)
        {
            if (book.Criteria[place].Measure is ExportCountries measure)
            {
                counted.Add((place, measure));
            }
        }
        for (var i = 0; i < counted.Count; i += Lanes)
        {
            passes.Add(new Pass(trade, [.. counted.Skip(i).Take(Lanes).Select(c => c.Measure)]));
        }
    }

    /// <summary>Counts of the firms of the current run, from its first firm on.</summary>
    public byte[] Column(int place)
    {
        var index = counted.FindIndex(c => c.Place == place);
        return passes[index / Lanes].Columns[index % Lanes];
    }

    public void Count(int from, int to)
    {
        foreach (var pass in passes)
        {
            pass.Count(from, to);
        }
    }

    private sealed class Pass
    {
        private const int Masks = 256;

        private readonly TradeFacts trade;

        /// <summary>By country: the row of <see cref="all"/> and <see cref="inGroup"/> to use.</summary>
        private readonly int[] kindOfCountry = new int[Masks];

        private readonly ulong[] all;
        private readonly ulong[] inGroup;
        private ulong[] sums = new ulong[1];

        public Pass(TradeFacts trade, List<ExportCountries> measures)
        {
            this.trade = trade;
            Columns = [.. measures.Select(_ => new byte[Kernel.Run])];
            var kinds = new List<int>();
            for (var c = 0; c < ReferenceTable.Countries.Rows.Count; c++)
            {
                var code = ReferenceTable.Countries.Rows[c].Id;
                var eligible = 0;
                for (var m = 0; m < measures.Count; m++)
                {
                    var within = measures[m].Within;
                    eligible |=
                        within is null || within.Countries.Contains(code, StringComparer.Ordinal)
                            ? 1 << m
                            : 0;
                }
                var kind = kinds.IndexOf(eligible);
                if (kind < 0)
                {
                    kind = kinds.Count;
                    kinds.Add(eligible);
                }
                kindOfCountry[c] = kind * Masks;
            }
            all = Table(kinds, measures, productGroupOnly: false);
            inGroup = Table(kinds, measures, productGroupOnly: true);
        }

        public byte[][] Columns { get; }

        private static ulong[] Table(
            List<int> kinds,
            List<ExportCountries> measures,
            bool productGroupOnly
        )
        {
            var table = new ulong[kinds.Count * Masks];
            for (var k = 0; k < kinds.Count; k++)
            {
                for (var years = 0; years < Masks; years++)
                {
                    for (var m = 0; m < measures.Count; m++)
                    {
                        if (
                            measures[m].ProductGroupOnly == productGroupOnly
                            && (kinds[k] >> m & 1) != 0
                            && measures[m].Test.Holds((byte)years)
                        )
                        {
                            table[k * Masks + years] += 1UL << (8 * m);
                        }
                    }
                }
            }
            return table;
        }

        public void Count(int from, int to)
        {
            ReadOnlySpan<int> start = trade.CountryStart;
            SumUp(start[from], start[to]);
            Span<ulong> counts = stackalloc ulong[Kernel.Run];
            for (var firm = from; firm < to; firm++)
            {
                counts[firm - from] =
                    sums[start[firm + 1] - start[from]] - sums[start[firm] - start[from]];
            }
            for (var m = 0; m < Columns.Length; m++)
            {
                var column = Columns[m].AsSpan(0, to - from);
                for (var i = 0; i < column.Length; i++)
                {
                    column[i] = (byte)(counts[i] >> (8 * m));
                }
            }
        }

        /// <summary>After so many rows from the first on, what they add up to.</summary>
        private void SumUp(int fromRow, int toRow)
        {
            var rows = toRow - fromRow;
            if (sums.Length <= rows)
            {
                sums = new ulong[rows + 1];
            }
            var country = trade.Country.AsSpan(fromRow, rows);
            var yearsAll = trade.YearsAll.AsSpan(fromRow, rows);
            var yearsInGroup = trade.YearsInGroup.AsSpan(fromRow, rows);
            ReadOnlySpan<int> kinds = kindOfCountry;
            ReadOnlySpan<ulong> ofAll = all;
            ReadOnlySpan<ulong> ofGroup = inGroup;
            var into = sums.AsSpan(1, rows);
            var sum = 0UL;
            for (var row = 0; row < into.Length; row++)
            {
                var kind = kinds[country[row]];
                sum += ofAll[kind + yearsAll[row]] + ofGroup[kind + yearsInGroup[row]];
                into[row] = sum;
            }
        }
    }
}
