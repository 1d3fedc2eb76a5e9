using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Csv;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Inputs;

/// <summary>Reads <c>evidence.csv</c>. A row must have what its criterion needs, whatever its status; other fields are left aside.</summary>
internal sealed class EvidenceFile(Rulebook book, Roster roster)
{
    private const int Id = 0;
    private const int CriterionId = 1;
    private const int Item = 2;
    private const int CountryCode = 3;
    private const int Quantity = 4;
    private const int LevelId = 5;
    private const int Status = 6;

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

    private readonly Dictionary<string, short> criteria = book
        .Criteria.Select((c, i) => (c, i))
        .Where(c => c.c.Measure is AcceptedEvidence)
        .ToDictionary(c => c.c.Id.ToLowerInvariant(), c => (short)c.i, StringComparer.Ordinal);

    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);

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
        return new EvidenceRows(roster.Count, good);
    }

    private Fault Row(CsvRows rows, out EvidenceRow row, out int column)
    {
        row = default;
        column = Id;
        var known = IdField.Find(rows[Id], roster, out var firm);
        if (known is not (Fault.None or Fault.UnknownExporter))
        {
            return known;
        }
        var fault = Fields(rows, firm, out row, out column);
        if (fault is Fault.None && known is Fault.UnknownExporter)
        {
            // Fields are checked before the exporter, as on customs lines.
            column = Id;
            return known;
        }
        return fault;
    }

    private Fault Fields(CsvRows rows, int firm, out EvidenceRow row, out int column)
    {
        row = default;
        column = CriterionId;
        if (
            rows[CriterionId] is not { } id
            || !criteria.TryGetValue(FoldedText.Compared(id), out var place)
        )
        {
            return rows[CriterionId] switch
            {
                null => Fault.BadEncoding,
                var text when string.IsNullOrWhiteSpace(text) => Fault.Blank,
                _ => Fault.BadCriterion,
            };
        }
        var criterion = book.Criteria[place];
        var measure = (AcceptedEvidence)criterion.Measure;

        column = Item;
        var item = FoldedText.Compared(rows[Item] ?? "");
        var fault = measure.NeedsItem ? CheckItem(rows[Item], item, measure) : Fault.None;
        if (fault is not Fault.None)
        {
            return fault;
        }
        column = CountryCode;
        var country = (rows[CountryCode] ?? "").Trim().ToUpperInvariant();
        if (
            measure.NeedsCountry
            && CheckCountry(rows[CountryCode], country) is var bad
            && bad is not Fault.None
        )
        {
            return bad;
        }
        column = Quantity;
        var quantity = 0L;
        if (criterion.Rule is GradedRule or JudgedRule)
        {
            var largest =
                criterion.Rule is GradedRule ? 100 : (long)Math.Ceiling(criterion.Max.Value);
            fault = rows[Quantity] is { } number
                ? NumberField.Read(number, EvidenceRow.Decimals, largest, out quantity)
                : Fault.BadEncoding;
            if (
                fault is Fault.None
                && criterion.Rule is JudgedRule
                && quantity > criterion.Max.Value * EvidenceRow.One
            )
            {
                fault = Fault.OutOfRange;
            }
            if (fault is not Fault.None)
            {
                return fault;
            }
        }
        column = LevelId;
        var level = (short)-1;
        if (
            criterion.Rule is GradedRule graded
            && ReadLevel(rows[LevelId], graded, out level) is var unknown
            && unknown is not Fault.None
        )
        {
            return unknown;
        }
        column = Status;
        fault = ReadStatus(rows[Status], out var status);
        if (fault is Fault.None)
        {
            var shownCountry = ReferenceTable.Countries.Contains(country) ? country : "";
            row = new EvidenceRow(
                firm,
                place,
                Shared(item),
                Shared(rows.Shown(Item).Trim()),
                Shared(shownCountry),
                quantity,
                level,
                status
            );
        }
        return fault;
    }

    private static Fault CheckItem(string? written, string item, AcceptedEvidence measure)
    {
        if (written is null || item.Length == 0)
        {
            return written is null ? Fault.BadEncoding : Fault.Blank;
        }
        var known =
            (measure.Items.Count == 0 || measure.Items.Contains(item, StringComparer.Ordinal))
            && (!measure.LanguageCodes || ReferenceTable.Languages.Contains(item));
        return known ? Fault.None : Fault.BadItem;
    }

    private static Fault CheckCountry(string? written, string code) =>
        written is null ? Fault.BadEncoding
        : code.Length == 0 ? Fault.Blank
        : ReferenceTable.Countries.Contains(code) && code is not Home ? Fault.None
        : Fault.BadCountry;

    /// <summary>No destination.</summary>
    private const string Home = "IR";

    private static Fault ReadLevel(string? written, GradedRule rule, out short level)
    {
        var id = FoldedText.Compared(written ?? "");
        level = -1;
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            if (string.Equals(rule.Levels[i].Id, id, StringComparison.OrdinalIgnoreCase))
            {
                level = (short)i;
            }
        }
        return level >= 0 ? Fault.None
            : written is null ? Fault.BadEncoding
            : id.Length == 0 ? Fault.Blank
            : Fault.BadLevel;
    }

    private static Fault ReadStatus(string? written, out EvidenceStatus status)
    {
        var word = FoldedText.Compared(written ?? "");
        status = word switch
        {
            "rejected" => EvidenceStatus.Rejected,
            "pending" => EvidenceStatus.Pending,
            _ => EvidenceStatus.Accepted,
        };
        return word switch
        {
            "accepted" or "rejected" or "pending" => Fault.None,
            "" => written is null ? Fault.BadEncoding : Fault.Blank,
            _ => Fault.BadStatus,
        };
    }

    /// <summary>One object for equal texts: a hundred thousand firms name the same few things.</summary>
    private string Shared(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }
        if (!strings.TryGetValue(text, out var shared))
        {
            strings[text] = shared = text;
        }
        return shared;
    }
}
