using System.Collections.Concurrent;
using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Files;

namespace Karvan.Trade.AddingUp;

/// <summary>
/// Adds up the records of firms, a partition of neighbouring firms at a time, into the columns of
/// <see cref="TradeFacts"/>. Partitions write to rows of their own, so that threads need no locks.
/// </summary>
internal sealed class LineSums
{
    /// <summary>So many firms' country sums fit the processor's cache.</summary>
    public const int FirmsPerPartition = 512;

    private const int Countries = 256;

    private readonly FactPlan plan;
    private readonly Roster roster;
    private readonly long[][] exports;
    private readonly long[][] grams;
    private readonly long[][] imports;
    private readonly long[][][] classCents;
    private readonly BestProducts[] best;
    private readonly byte[][] chapterGroups;
    private readonly (byte[] ClassOfCode, byte Years, long[][] Sums)[] classes;
    private readonly int[] groupOfFirm;
    private readonly Partition[] partitions;
    private readonly ConcurrentBag<CountryCells> spare = [];

    public LineSums(Rulebook book, FactPlan plan, Roster roster)
    {
        (this.plan, this.roster) = (plan, roster);
        exports = Columns(plan.Years.Count);
        grams = Columns(plan.Years.Count);
        imports = Columns(plan.Years.Count);
        classCents = [.. plan.ClassSums.Select(k => Columns(k.Table.Classes.Count))];
        best = [.. plan.BestProducts.Select(_ => BestProducts.Of(roster.Count))];
        chapterGroups = [.. book.ProductGroups.Select(ChaptersOf)];
        partitions = new Partition[PartitionCount(roster.Count)];
        classes =
        [
            .. plan.ClassSums.Select(
                (k, i) => (k.Table.ClassOfCode(k.Edition).ToArray(), k.Years.Bits, classCents[i])
            ),
        ];
        groupOfFirm = [.. roster.Exporters.Select(e => e.ProductGroup)];
    }

    public static int PartitionCount(int firms) =>
        Math.Max(1, (firms + FirmsPerPartition - 1) / FirmsPerPartition);

    /// <summary>Adds up one partition.</summary>
    /// <param name="plus">Records of the partition.</param>
    /// <param name="minus">Records to take out again: duplicates and conflicts.</param>
    /// <exception cref="UnusableInputException">A sum passes what 64 bits hold.</exception>
    public void Add(
        int partition,
        IEnumerable<ReadOnlyMemory<LineRecord>> plus,
        IReadOnlyList<LineRecord> minus
    )
    {
        var first = partition * FirmsPerPartition;
        var cells = spare.TryTake(out var used) ? used : new CountryCells(plan);
        cells.Begin(Math.Min(FirmsPerPartition, roster.Count - first));
        foreach (var block in plus)
        {
            foreach (ref readonly var record in block.Span)
            {
                Add(record, first, cells, 1);
            }
        }
        foreach (var record in minus)
        {
            Add(record, first, cells, -1);
        }
        try
        {
            FindBest(first, plus, minus);
            partitions[partition] = cells.Finish();
            spare.Add(cells);
        }
        catch (OverflowException)
        {
            throw new UnusableInputException(
                $"declarations: found lines of one exporter to one country that add up to more than {long.MaxValue} cents, "
                    + "expected sums that can be held exactly; check the units of value_usd"
            );
        }
    }

    public TradeFacts Finish()
    {
        var rows = partitions.Sum(p => p.Country.Length);
        var start = new int[roster.Count + 1];
        var (country, all, inGroup) = (new byte[rows], new byte[rows], new byte[rows]);
        long[][] market = [.. plan.MarketValues.Select(_ => new long[rows])];
        var at = 0;
        for (var p = 0; p < partitions.Length; p++)
        {
            var part = partitions[p];
            for (var f = 0; f < part.RowsOfFirm.Length; f++)
            {
                start[p * FirmsPerPartition + f + 1] =
                    start[p * FirmsPerPartition + f] + part.RowsOfFirm[f];
            }
            part.Country.CopyTo(country, at);
            part.All.CopyTo(all, at);
            part.InGroup.CopyTo(inGroup, at);
            for (var k = 0; k < market.Length; k++)
            {
                part.Market[k].CopyTo(market[k], at);
            }
            at += part.Country.Length;
        }
        return new TradeFacts
        {
            Plan = plan,
            Count = roster.Count,
            ExportCents = exports,
            ExportGrams = grams,
            ImportCents = imports,
            CountryStart = start,
            Country = country,
            YearsAll = all,
            YearsInGroup = inGroup,
            ClassCents = classCents,
            BestProducts = best,
            MarketCents = market,
        };
    }

    /// <summary>Sums by product cost a look-up a line, so they are made only where a rulebook asks for them.</summary>
    private void FindBest(
        int first,
        IEnumerable<ReadOnlyMemory<LineRecord>> plus,
        IReadOnlyList<LineRecord> minus
    )
    {
        if (best.Length > 0)
        {
            new PartitionProducts(plan, first, Math.Min(FirmsPerPartition, roster.Count - first))
                .Add(plus, minus)
                .Finish(best);
        }
    }

    private void Add(in LineRecord record, int first, CountryCells cells, int sign)
    {
        var (firm, year) = (record.Firm, record.Year);
        var cents = record.Cents * sign;
        if (record.Import)
        {
            // A line's amounts are small beside 64 bits: a sum that runs over turns negative, and is seen at once.
            if ((imports[year][firm] += cents) < 0)
            {
                throw Overflow(firm, year);
            }
            return;
        }
        if ((exports[year][firm] += cents) < 0 || (grams[year][firm] += record.Grams * sign) < 0)
        {
            throw Overflow(firm, year);
        }
        foreach (var (classOfCode, inYears, sums) in classes)
        {
            if ((inYears >> year & 1) != 0)
            {
                // Over several years even sums of classes may pass what each year's sum does not.
                if ((sums[classOfCode[record.Hs6]][firm] += cents) < 0)
                {
                    throw Overflow(firm, year);
                }
            }
        }
        var group = groupOfFirm[firm];
        cells.Add(
            firm - first,
            record.Country,
            year,
            cents,
            group < 0 || chapterGroups[group][record.Hs6 / 10_000] != 0
        );
    }

    private UnusableInputException Overflow(int firm, int year) =>
        new(
            $"declarations: found lines of {roster.Exporters[firm].Id} in {plan.Years.All[year]} that add up to more than {long.MaxValue} cents or grams, "
                + "expected sums that can be held exactly; check the units of value_usd and net_weight_kg"
        );

    private static byte[] ChaptersOf(GoodsGroup group)
    {
        var chapters = new byte[100];
        foreach (var chapter in group.Chapters)
        {
            chapters[(chapter[0] - '0') * 10 + chapter[1] - '0'] = 1;
        }
        return chapters;
    }

    private long[][] Columns(int number) =>
        [.. Enumerable.Range(0, number).Select(_ => new long[roster.Count])];

    /// <summary>Finished country rows of a partition.</summary>
    internal sealed record Partition(
        int[] RowsOfFirm,
        byte[] Country,
        byte[] All,
        byte[] InGroup,
        long[][] Market
    );

    /// <summary>Sums by firm, country and year while a partition is added up.</summary>
    private sealed class CountryCells(FactPlan plan)
    {
        private readonly int years = plan.Years.Count;
        private readonly int[] slots = new int[FirmsPerPartition * Countries];
        private long[] sums = new long[1 << 14];
        private int firms;
        private int used;

        /// <summary>Empties all cells for the firms of another partition.</summary>
        public void Begin(int firms)
        {
            Array.Clear(slots);
            sums.AsSpan(0, Math.Min(sums.Length, (used + 1) * years * 2)).Clear();
            (this.firms, used) = (firms, 0);
        }

        public void Add(int firm, byte country, int year, long cents, bool inGroup)
        {
            ref var slot = ref slots[firm * Countries + country];
            if (slot == 0)
            {
                slot = ++used;
                if (sums.Length < (used + 1) * years * 2)
                {
                    Array.Resize(ref sums, sums.Length * 2);
                }
            }
            var at = (slot * years + year) * 2;
            sums[at] += cents;
            sums[at + 1] += inGroup ? cents : 0;
        }

        public Partition Finish()
        {
            var rowsOfFirm = new int[firms];
            var rows = new List<(byte Country, byte All, byte InGroup, int Slot)>(used);
            for (var firm = 0; firm < firms; firm++)
            {
                for (var country = 0; country < ReferenceTable.Countries.Rows.Count; country++)
                {
                    var slot = slots[firm * Countries + country];
                    // Lines without value, or taken out again, make no market.
                    if (slot != 0 && Years(slot, 0) is var all && all != 0)
                    {
                        rows.Add(((byte)country, all, Years(slot, 1), slot));
                        rowsOfFirm[firm]++;
                    }
                }
            }
            long[][] market =
            [
                .. plan.MarketValues.Select(key =>
                    rows.Select(r =>
                            key.Years.Indexes.Sum(y =>
                                sums[(r.Slot * years + y) * 2 + (key.ProductGroupOnly ? 1 : 0)]
                            )
                        )
                        .ToArray()
                ),
            ];
            return new Partition(
                rowsOfFirm,
                [.. rows.Select(r => r.Country)],
                [.. rows.Select(r => r.All)],
                [.. rows.Select(r => r.InGroup)],
                market
            );
        }

        private byte Years(int slot, int part)
        {
            var bits = 0;
            for (var y = 0; y < years; y++)
            {
                bits |= sums[(slot * years + y) * 2 + part] > 0 ? 1 << y : 0;
            }
            return (byte)bits;
        }
    }
}
