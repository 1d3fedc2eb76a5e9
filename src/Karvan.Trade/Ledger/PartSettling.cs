using System.Text;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Ledger;

/// <summary>Settles one part: repeated lines, conflicts, blocks and sums.</summary>
internal sealed class PartSettling(
    RejectionLog log,
    string declarationColumn,
    HashSet<(ulong, ulong)> crossed
)
{
    private readonly PackedLines lines = new();
    private readonly List<CrossedLine> crossings = [];
    private long duplicates;
    private long conflicts;

    public LedgerPart Run(LineSpool spool, int part)
    {
        spool.Take(part, lines);
        lines.SortByExporter();
        var exporters = new List<ExporterLines>();
        var accepted = 0L;
        for (var from = 0; from < lines.Count; )
        {
            var to = from + 1;
            while (to < lines.Count && lines.All[to].Exporter == lines.All[from].Exporter)
            {
                to++;
            }
            lines.SortByKey(from, to - from);
            var standing = Settle(lines.All[from..to]);
            if (standing > 0)
            {
                exporters.Add(Keep(lines.All.Slice(from, standing)));
                accepted += standing;
            }
            from = to;
        }
        return new LedgerPart(part, exporters, crossings, accepted, duplicates, conflicts);
    }

    /// <summary>Moves the lines that stand to the front.</summary>
    /// <returns>How many stand.</returns>
    private int Settle(Span<PackedLine> sorted)
    {
        var standing = 0;
        for (var from = 0; from < sorted.Length; )
        {
            var to = from + 1;
            var same = true;
            while (to < sorted.Length && lines.SameKey(sorted[from], sorted[to]))
            {
                same &= sorted[to].SameContent(sorted[from]);
                to++;
            }
            NoteCrossed(sorted[from]);
            if (!same)
            {
                Reject(sorted[from..to]);
            }
            else
            {
                sorted[standing++] = sorted[from];
                duplicates += to - from - 1;
            }
            from = to;
        }
        return standing;
    }

    private void NoteCrossed(in PackedLine line)
    {
        if (crossed.Count == 0)
        {
            return;
        }
        var number = line.Declaration(lines.Texts);
        var print = KeyPrint.Of(line.Import, number, line.LineNumber, line.Exporter);
        if (crossed.Contains(print.Key))
        {
            var key = new LineKey(line.Import, Encoding.UTF8.GetString(number), line.LineNumber);
            crossings.Add(new CrossedLine(key, PackedLine.Digits(line.Exporter)));
        }
    }

    private void Reject(ReadOnlySpan<PackedLine> group)
    {
        foreach (ref readonly var line in group)
        {
            conflicts++;
            var declaration = Encoding.UTF8.GetString(line.Declaration(lines.Texts));
            log.Add(
                new Rejection(
                    0,
                    line.SourceLine,
                    Fault.Conflict,
                    declarationColumn,
                    $"{declaration} / {line.LineNumber}"
                )
            );
        }
    }

    private ExporterLines Keep(ReadOnlySpan<PackedLine> standing)
    {
        var blocks = new List<ExporterBlock>();
        for (var from = 0; from < standing.Length; from += LineBlock.MostLines)
        {
            var some = standing.Slice(from, Math.Min(LineBlock.MostLines, standing.Length - from));
            blocks.Add(new ExporterBlock(some.Length, LineBlock.Write(some, lines.Texts)));
        }
        return new ExporterLines(
            PackedLine.Digits(standing[0].Exporter),
            blocks,
            YearSums.Of(standing)
        );
    }
}
