using System.Runtime.InteropServices;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Csv;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Inputs;

/// <summary>Reads <c>evidence.csv</c>. A row must have what its criterion needs, whatever its status; other fields are left aside.</summary>
internal sealed class EvidenceFile(Rulebook book, Roster roster, FirmIndex firms)
{
    private static readonly string[] Columns =
    [
        "exporter_id",
        "criterion",
        "item",
        "country",
        "quantity",
        "level",
        "status",
    ];

    private readonly Dictionary<string, EvidenceNeeds> criteria = book
        .Criteria.Select((criterion, place) => (criterion, place))
        .Where(c => c.criterion.Measure is AcceptedEvidence)
        .ToDictionary(
            c => c.criterion.Id.ToLowerInvariant(),
            c => new EvidenceNeeds(c.criterion, (short)c.place),
            StringComparer.Ordinal
        );

    public EvidenceRows Read(InputFile file, RowSink sink, CancellationToken cancellation)
    {
        var rows = new CsvRows(file, Columns);
        var good = new List<EvidenceRow>();
        sink.Read(
            rows,
            line =>
            {
                var fault = Row(rows, out var row, out var column);
                if (fault is Fault.None)
                {
                    good.Add(row);
                    sink.Accept();
                }
                else
                {
                    sink.Reject(line, fault, Columns[column], rows.Shown(column));
                }
            },
            cancellation
        );
        return new EvidenceRows(roster.Count, CollectionsMarshal.AsSpan(good));
    }

    private Fault Row(CsvRows rows, out EvidenceRow row, out int column)
    {
        row = default;
        column = EvidenceColumns.Exporter;
        var known = IdField.Find(rows.Bytes(column), firms, out var firm);
        if (known is not (Fault.None or Fault.UnknownExporter))
        {
            return known;
        }
        column = EvidenceColumns.Criterion;
        var id = rows[column];
        if (!criteria.TryGetValue(id.Compared, out var needs))
        {
            return id.Digits is null ? Fault.BadEncoding
                : id.Compared.Length == 0 ? Fault.Blank
                : Fault.BadCriterion;
        }
        var fault = needs.Read(rows, firm, out row, out column);
        if (fault is not Fault.None)
        {
            return fault;
        }
        // Fields are checked before the exporter, as on customs lines.
        column = EvidenceColumns.Exporter;
        return known;
    }
}

/// <summary>The columns of <c>evidence.csv</c>, in the order in which fields are checked.</summary>
internal static class EvidenceColumns
{
    public const int Exporter = 0;
    public const int Criterion = 1;
    public const int Item = 2;
    public const int Country = 3;
    public const int Quantity = 4;
    public const int Level = 5;
    public const int Status = 6;
}
