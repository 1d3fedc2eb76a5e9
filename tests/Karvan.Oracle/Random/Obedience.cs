namespace Karvan.Oracle;

/// <summary>Makes compliance.csv: none, one, several rows of an exporter, good and bad.</summary>
public sealed class Obedience(Dice dice, Cast cast, RandomInputOptions options)
{
    private static readonly string[] Columns =
    [
        "exporter_id",
        "smuggling",
        "fx_obligation_met",
        "fx_return_ratio",
    ];

    private static readonly string[] Ratios =
    [
        "0",
        "0.00",
        "1",
        "1.000000000000",
        "0.5",
        "0.333333333333",
        "0.00025", // × 20 is half a hundredth
        "0.000249999999",
        "0.000000000001",
        "0.999999999999",
        "0.87",
    ];

    private readonly Disguise _disguise = new(dice, options.Disguises);

    public void Write(
        string dir,
        IReadOnlyList<DraftExporter> exporters,
        Ladder ladder,
        IReadOnlyList<string> badExporters
    )
    {
        var rows = new List<DraftRow>();
        var said = new Dictionary<string, string[]?>(StringComparer.Ordinal);
        foreach (var exporter in exporters)
        {
            var values =
                exporter.TwinOf is { } model ? said[model]
                : dice.Chance(90) ? Values()
                : null;
            said[exporter.Id] = values;
            if (values is not null)
                rows.Add(Row(exporter.Id, values));
            if (options.Faults && dice.Chance(8)) // repeated: equal or not, none counts
                rows.AddRange(
                    Enumerable
                        .Range(0, dice.Whole(1, 2))
                        .Select(_ =>
                            Row(
                                exporter.Id,
                                values is not null && dice.Chance(50) ? values : Values()
                            )
                        )
                );
        }

        foreach (var (id, flags) in ladder.ComplianceOf.Where(l => l.Value.Length > 0))
            rows.Add(Row(id, [.. flags.Split(','), "1"]));
        if (options.Faults && exporters.Count > 0)
            rows.AddRange(Faults(exporters, badExporters));
        new DraftFile(dice, options.Disguises).Write(
            Path.Combine(dir, "compliance.csv"),
            Columns,
            dice.Shuffled(rows)
        );
    }

    private string[] Values() =>
        [dice.Chance(8) ? "true" : "false", dice.Chance(85) ? "true" : "false", dice.Pick(Ratios)];

    private DraftRow Row(string id, string[] values) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["exporter_id"] = _disguise.Text(id),
                ["smuggling"] = _disguise.Text(values[0]),
                ["fx_obligation_met"] = _disguise.Text(values[1]),
                ["fx_return_ratio"] = _disguise.Number(values[2]),
            }
        );

    /// <summary>A bad row beside a good one takes nothing from the good one.</summary>
    private IEnumerable<DraftRow> Faults(
        IReadOnlyList<DraftExporter> exporters,
        IReadOnlyList<string> badExporters
    )
    {
        (string Column, string[] Values)[] faults =
        [
            ("exporter_id", ["", "123", "1234567890123"]),
            ("smuggling", ["", "yes", "0", "1", "۱"]),
            ("fx_obligation_met", ["", "no", "t"]),
            (
                "fx_return_ratio",
                ["", "1.000000000001", "2", "-1", "87%", " 1", "1 ", "0.1234567890123", ".5", "1."]
            ),
        ];
        foreach (var (column, values) in faults)
        {
            foreach (var value in values)
            {
                var row = Row(dice.Pick(exporters).Id, Values());
                yield return new DraftRow(
                    new Dictionary<string, string>(row.Cells, StringComparer.Ordinal)
                    {
                        [column] = value,
                    }
                );
            }
        }

        yield return Row(dice.Pick(exporters).Id, Values()) with
        {
            ExtraCells = dice.Pick(-1, 1),
        };

        // Unknown comes before repeated.
        var stranger = cast.NewId();
        yield return Row(stranger, Values());
        yield return Row(stranger, Values());
        yield return Row(cast.BadCheckDigit(), Values());
        foreach (var id in dice.Some(badExporters, 3))
            yield return Row(id, Values());
    }
}
