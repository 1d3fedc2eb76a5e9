namespace Karvan.Trade.Ledger;

/// <summary>Sums of one exporter in one solar year.</summary>
public readonly record struct YearSum(
    bool Import,
    int SolarYear,
    int Lines,
    long ValueCents,
    long WeightGrams
);

/// <summary>The lines of one exporter in one import, each key once, ready to be kept.</summary>
/// <param name="Exporter">10 or 11 digits.</param>
/// <param name="Blocks">In order of their keys; see <see cref="LineBlock"/>.</param>
/// <param name="Years">By flow and year.</param>
public sealed record ExporterLines(
    string Exporter,
    IReadOnlyList<ExporterBlock> Blocks,
    IReadOnlyList<YearSum> Years
)
{
    public int Lines => Blocks.Sum(b => b.Lines);
}

public sealed record ExporterBlock(int Lines, byte[] Bytes);

/// <summary>One of the parts in which an import is written: its exporters are in no other.</summary>
/// <param name="Number">From 0; the same file has the same parts.</param>
/// <param name="Crossed">Lines whose key another exporter has too, kept or rejected.</param>
public sealed record LedgerPart(
    int Number,
    IReadOnlyList<ExporterLines> Exporters,
    IReadOnlyList<CrossedLine> Crossed,
    long Accepted,
    long Duplicates,
    long Conflicts
);

/// <summary>One of the lines that stand under one key and several exporters.</summary>
public readonly record struct CrossedLine(LineKey Key, string Exporter);
