using Karvan.Trade.AddingUp;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Declarations;

/// <summary>Where a chunk stood, so that its lines can be found again.</summary>
internal readonly record struct ChunkPlace(
    int File,
    long Offset,
    int Length,
    long FirstLine,
    CsvLayout Layout
);

/// <summary>
/// Settles lines that share flow, declaration and line number: equal ones count once (the first in reading order),
/// and where they differ none counts. Suspects are read again from their files and compared field by field.
/// </summary>
internal sealed class RepeatedLines(
    IReadOnlyList<InputFile> files,
    int firstFile,
    List<ChunkPlace> chunks,
    LineRules rules,
    FirmIndex firms,
    FileTally[] tallies,
    RejectionLog log
)
{
    /// <summary>So many suspects are held at a time.</summary>
    public const int MostSuspects = 250_000;

    /// <summary>Records to take out of the sums again, by partition of firms.</summary>
    public Dictionary<int, List<LineRecord>> TakenOut { get; } = [];

    public void Settle(List<KeyRecord> suspects)
    {
        if (suspects.Count == 0)
        {
            return;
        }
        suspects.Sort((a, b) => a.Location.CompareTo(b.Location));
        var lines = ReadAgain(suspects);
        lines.Sort(Compare);
        for (var from = 0; from < lines.Count; )
        {
            var to = from + 1;
            while (to < lines.Count && SameKey(lines[from], lines[to]))
            {
                to++;
            }
            SettleGroup(lines.GetRange(from, to - from));
            from = to;
        }
    }

    private void SettleGroup(List<Suspect> group)
    {
        if (group.TrueForAll(s => SameContent(s, group[0])))
        {
            foreach (var again in group.Skip(1))
            {
                TakeOut(again);
                tallies[again.File].Duplicates++;
            }
            return;
        }
        foreach (var suspect in group)
        {
            TakeOut(suspect);
            tallies[suspect.File].Reject(Fault.Conflict);
            var column = DeclarationColumns.Names[DeclarationColumns.Declaration];
            log.Add(
                new Rejection(
                    firstFile + suspect.File,
                    suspect.Line,
                    Fault.Conflict,
                    column,
                    $"{suspect.Declaration} / {suspect.Content.LineNumber}"
                )
            );
        }
    }

    private void TakeOut(Suspect suspect)
    {
        var tally = tallies[suspect.File];
        if (suspect.Content.Year == CustomsLine.OtherYear)
        {
            tally.OtherYear--;
            return;
        }
        tally.Accepted--;
        var firm = firms.Find(suspect.Content.Exporter);
        var partition = firm / LineSums.FirmsPerPartition;
        if (!TakenOut.TryGetValue(partition, out var records))
        {
            TakenOut[partition] = records = [];
        }
        records.Add(ChunkReader.RecordOf(firm, suspect.Content));
    }

    /// <param name="suspects">By location.</param>
    private List<Suspect> ReadAgain(List<KeyRecord> suspects)
    {
        var lines = new List<Suspect>(suspects.Count);
        var careful = new CarefulLine(rules);
        var fields = new RecordFields();
        var next = 0;
        Rereader? file = null;
        try
        {
            foreach (var chunk in chunks)
            {
                var end = LineLocation.Of(chunk.File, chunk.Offset + chunk.Length);
                if (next == suspects.Count || suspects[next].Location >= end)
                {
                    continue;
                }
                if (file?.File != chunk.File)
                {
                    file?.Dispose();
                    file = new Rereader(files[chunk.File], chunk.File);
                }
                var bytes = file.Read(chunk.Offset, chunk.Length);
                var (line, counted) = (chunk.FirstLine, 0);
                for (; next < suspects.Count && suspects[next].Location < end; next++)
                {
                    var at = (int)(LineLocation.Offset(suspects[next].Location) - chunk.Offset);
                    line += bytes.Span[counted..at].Count((byte)'\n');
                    counted = at;
                    var length = RecordScanner.Length(bytes.Span[at..], final: true, out _);
                    fields.Split(bytes.Slice(at, length));
                    if (
                        fields.Count != chunk.Layout.FieldCount
                        || careful.Read(fields, chunk.Layout, out var content, out _)
                            is not Fault.None
                        || DeclarationHash.Key(content) != suspects[next].Hash
                    )
                    {
                        throw new UnusableInputException(
                            $"{files[chunk.File].Name}:{line}: found other bytes than a moment ago, expected a file that does not change while it is read"
                        );
                    }
                    lines.Add(new Suspect(chunk.File, line, careful.Declaration, content));
                }
            }
        }
        finally
        {
            file?.Dispose();
        }
        return lines;
    }

    private static int Compare(Suspect a, Suspect b)
    {
        var order = a.Content.DeclarationHash.CompareTo(b.Content.DeclarationHash);
        order = order != 0 ? order : string.CompareOrdinal(a.Declaration, b.Declaration);
        order = order != 0 ? order : a.Content.LineNumber.CompareTo(b.Content.LineNumber);
        order = order != 0 ? order : a.Content.Import.CompareTo(b.Content.Import);
        order = order != 0 ? order : a.File.CompareTo(b.File);
        return order != 0 ? order : a.Line.CompareTo(b.Line);
    }

    private static bool SameKey(Suspect a, Suspect b) =>
        a.Content.Import == b.Content.Import
        && a.Content.LineNumber == b.Content.LineNumber
        && string.Equals(a.Declaration, b.Declaration, StringComparison.Ordinal);

    private static bool SameContent(Suspect a, Suspect b) =>
        a.Content.Day == b.Content.Day
        && a.Content.Exporter == b.Content.Exporter
        && a.Content.HsCode == b.Content.HsCode
        && a.Content.Country == b.Content.Country
        && a.Content.ValueCents == b.Content.ValueCents
        && a.Content.WeightGrams == b.Content.WeightGrams;

    private sealed record Suspect(int File, long Line, string Declaration, CustomsLine Content);
}
