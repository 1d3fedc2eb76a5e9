using System.Runtime.InteropServices;

namespace Karvan.Trade.Demo;

/// <summary>A declaration before its lines are drawn. Eight bytes: the largest year of a large set is held in memory.</summary>
/// <param name="Firm">Index of the firm.</param>
/// <param name="Slot">Moment of the year, as in <see cref="SolarYear"/>.</param>
/// <param name="Market">Index of the firm's market; <see cref="Import"/> for an import.</param>
/// <param name="Lines">1 and above.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlannedDeclaration(int Firm, ushort Slot, byte Market, byte Lines)
{
    public const byte Import = byte.MaxValue;
}

/// <summary>The declarations of one year, in order of time.</summary>
internal sealed class YearPlan
{
    // Lines of a declaration, per mille of declarations.
    private static readonly WeightedPick LineCounts = new([420, 220, 130, 85, 60, 40, 25, 20]);

    private readonly FirmRoster roster;
    private readonly int year;
    private readonly List<PlannedDeclaration> unordered = [];
    private readonly int[] bySlot = new int[SolarYear.Slots + 1];

    public YearPlan(FirmRoster roster, LineShares shares, DemoOptions options, int year)
    {
        this.roster = roster;
        this.year = year;
        var random = DemoRandom.For(options.Seed, DemoStage.Plan, year);
        ExportLineCents = new long[options.Exporters];
        ImportLineCents = new long[options.Exporters];
        for (var firm = 0; firm < options.Exporters; firm++)
        {
            var at = (long)firm * roster.Years + year;
            if (shares.NextExports(firm, year) is var exports and > 0)
            {
                ExportLineCents[firm] = roster.ExportCents[at] / exports;
                PlanExports(ref random, firm, exports);
            }
            if (shares.NextImports(firm, year) is var imports and > 0)
            {
                ImportLineCents[firm] = roster.ImportCents[at] / imports;
                Plan(ref random, firm, imports, PlannedDeclaration.Import);
            }
        }
        Declarations = InOrder();
    }

    /// <summary>The mean value of a line of each firm in this year.</summary>
    public long[] ExportLineCents { get; }

    public long[] ImportLineCents { get; }

    public PlannedDeclaration[] Declarations { get; }

    private void PlanExports(ref DemoRandom random, int firm, int lines)
    {
        var markets = roster.MarketsOf(roster.Firms[firm]);
        Span<byte> open = stackalloc byte[markets.Length];
        Span<int> sums = stackalloc int[markets.Length];
        var (count, sum) = (0, 0);
        for (var market = 0; market < markets.Length; market++)
        {
            if ((markets[market].Years >> year & 1) == 0)
                continue;
            open[count] = (byte)market;
            sums[count++] = sum += markets[market].Weight;
        }
        // Every market of the year before any gets more.
        for (var market = 0; market < count && lines > 0; market++, lines--)
            Add(ref random, firm, open[market], 1);
        while (lines > 0)
        {
            var wanted = random.Below(sum);
            var market = 0;
            while (sums[market] <= wanted)
                market++;
            var size = Math.Min(lines, LineCounts.Draw(ref random) + 1);
            Add(ref random, firm, open[market], size);
            lines -= size;
        }
    }

    private void Plan(ref DemoRandom random, int firm, int lines, byte market)
    {
        while (lines > 0)
        {
            var size = Math.Min(lines, LineCounts.Draw(ref random) + 1);
            Add(ref random, firm, market, size);
            lines -= size;
        }
    }

    private void Add(ref DemoRandom random, int firm, byte market, int lines)
    {
        var slot = random.Below(SolarYear.Slots);
        bySlot[slot + 1]++;
        unordered.Add(new(firm, (ushort)slot, market, (byte)lines));
    }

    private PlannedDeclaration[] InOrder()
    {
        for (var slot = 0; slot < SolarYear.Slots; slot++)
            bySlot[slot + 1] += bySlot[slot];
        var ordered = new PlannedDeclaration[unordered.Count];
        foreach (ref readonly var declaration in CollectionsMarshal.AsSpan(unordered))
            ordered[bySlot[declaration.Slot]++] = declaration;
        unordered.Clear();
        unordered.TrimExcess();
        return ordered;
    }
}
