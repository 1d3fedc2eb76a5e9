using System.Globalization;

namespace Karvan.Oracle;

/// <summary>A good exporter to be written.</summary>
public sealed record DraftExporter(string Id, string Province, string ProductGroup)
{
    /// <summary>Whose trade, evidence and compliance it repeats, so that both are level.</summary>
    public string? TwinOf { get; init; }
}

/// <summary>Makes ids and exporters.csv.</summary>
public sealed class Cast(Dice dice, RandomInputOptions options)
{
    private static readonly string[] Columns = ["exporter_id", "name", "province", "product_group"];

    private static readonly string[] Names =
    [
        "Caravan Ltd",
        "شرکت کاروان، سهامی خاص",
        "\"Quoted\" & Sons, Inc.",
        "Two\nLines",
        "O'Neil",
    ];

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Disguise _disguise = new(dice, options.Disguises);

    /// <summary>A fresh id whose check digit holds.</summary>
    public string NewId()
    {
        while (true)
        {
            var length = dice.Chance(75) ? 11 : 10;
            var body =
                dice.Pick("10", "14", "0", "41")
                + dice.Whole(1, 9)
                + dice.Big(1_000_000, 9_999_999);
            body = body.PadRight(length - 1, '7')[..(length - 1)];
            var id = Enumerable
                .Range(0, 10)
                .Select(d => body + d)
                .SingleOrDefault(Fields.CheckDigitHolds);
            if (id is not null && _used.Add(id))
                return id;
        }
    }

    public string BadCheckDigit()
    {
        var id = NewId();
        return id[..^1] + (char)('0' + (id[^1] - '0' + dice.Whole(1, 9)) % 10);
    }

    public List<DraftExporter> Exporters()
    {
        var provinces = dice.Some(["00", "03", "09", "15", "30"], dice.Whole(2, 3));
        var groups = dice.Some(ReferenceTables.ProductGroups.Keys, 2).Append("").ToList();
        var exporters = new List<DraftExporter>();
        while (exporters.Count < options.Exporters)
        {
            var twinOf = dice.Chance(35) && exporters.Count > 0 ? dice.Pick(exporters) : null;
            exporters.Add(
                twinOf is null
                    ? new DraftExporter(NewId(), dice.Pick(provinces), dice.Pick(groups))
                    : twinOf with
                    {
                        Id = NewId(),
                        TwinOf = twinOf.TwinOf ?? twinOf.Id,
                    }
            );
        }

        return exporters;
    }

    /// <summary>Writes exporters.csv; returns the ids that are in it but are no good.</summary>
    public List<string> Write(string dir, IEnumerable<DraftExporter> exporters)
    {
        var rows = exporters.Select(e => Row(e.Id, e.Province, e.ProductGroup)).ToList();
        var bad = new List<string>();
        if (options.Faults)
        {
            foreach (var row in FaultyRows())
            {
                bad.Add(Fields.LatinDigits(row.Cells["exporter_id"]).Trim());
                rows.Add(row);
            }

            // A bad row beside a good one takes nothing from the good one.
            rows.Add(new DraftRow(Changed(dice.Pick(rows.Take(3).ToList()), "province", "99")));
        }

        new DraftFile(dice, options.Disguises).Write(
            Path.Combine(dir, "exporters.csv"),
            Columns,
            dice.Shuffled(rows)
        );
        return bad.Where(id => Fields.ExporterId(id) is not null).ToList();
    }

    private IEnumerable<DraftRow> FaultyRows()
    {
        foreach (
            var id in new[]
            {
                BadCheckDigit(),
                BadCheckDigit(),
                "11111111111",
                "1111111111",
                "",
                "12345",
                "1234567890123",
            }
        )
            yield return Row(id, "03", "");
        foreach (var province in new[] { "31", "3", "", "003", "IR-03", "تهران" })
            yield return Row(NewId(), province, "");
        yield return Row(NewId(), "03", "no-such-group");
        yield return Row(NewId(), "03", "") with
        {
            ExtraCells = dice.Pick(-1, -2, 1),
        };

        // Repeated: equal rows, rows that differ.
        var twice = Row(NewId(), "03", "");
        yield return twice;
        yield return twice;
        var moved = Row(NewId(), "00", "metals");
        yield return moved;
        yield return new DraftRow(Changed(moved, "province", "30"));
        yield return new DraftRow(Changed(moved, "product_group", ""));
    }

    private DraftRow Row(string id, string province, string group) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["exporter_id"] = _disguise.Text(id),
                ["name"] =
                    dice.Pick(Names) + dice.Whole(1, 99).ToString(CultureInfo.InvariantCulture),
                ["province"] = _disguise.Text(province),
                ["product_group"] = _disguise.Text(group),
            }
        );

    private static Dictionary<string, string> Changed(DraftRow row, string column, string value) =>
        new(row.Cells, StringComparer.Ordinal) { [column] = value };
}
