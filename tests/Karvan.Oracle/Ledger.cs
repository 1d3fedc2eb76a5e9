namespace Karvan.Oracle;

/// <summary>Keeps, for every row of every file, what became of it.</summary>
public sealed class Ledger
{
    private sealed record Entry(string File, int Line, string Outcome);

    public const string Accepted = "accepted";
    public const string Duplicate = "duplicate";
    public const string OtherYear = "other-year";

    public const string BadFields = "fields";
    public const string UnknownExporter = "unknown-exporter";
    public const string Conflict = "conflict";
    public const string Repeated = "repeated";

    private readonly List<string> _files = [];
    private readonly List<Entry> _entries = [];

    public void AddFile(string path) => _files.Add(Path.GetFileName(path));

    public void Add(InputRow row, string outcome) =>
        _entries.Add(new Entry(row.File, row.Line, outcome));

    public IReadOnlySet<RejectedRow> Rejected() =>
        _entries
            .Where(IsRejected)
            .Select(e => new RejectedRow(e.File, e.Line, e.Outcome))
            .ToHashSet();

    public IReadOnlyDictionary<string, FileCounts> Counts() =>
        _files.ToDictionary(
            f => f,
            f => Count(_entries.Where(e => e.File == f).ToList()),
            StringComparer.Ordinal
        );

    private static FileCounts Count(List<Entry> entries) =>
        new(
            entries.Count,
            entries.Count(e => e.Outcome == Accepted),
            entries
                .Where(IsRejected)
                .GroupBy(e => e.Outcome, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            entries.Count(e => e.Outcome == Duplicate),
            entries.Count(e => e.Outcome == OtherYear)
        );

    private static bool IsRejected(Entry entry) =>
        entry.Outcome is not (Accepted or Duplicate or OtherYear);
}
