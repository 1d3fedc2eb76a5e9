namespace Karvan.Oracle;

/// <summary>Makes evidence.csv: every criterion, status, repetition and fault.</summary>
public sealed class Claims(Dice dice, Cast cast, RandomInputOptions options)
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

    private readonly Disguise _disguise = new(dice, options.Disguises);

    public void Write(
        string dir,
        IReadOnlyList<DraftExporter> exporters,
        IReadOnlyList<string> badExporters
    )
    {
        var drafts = new List<Evidence>();
        foreach (var exporter in exporters.Where(e => e.TwinOf is null))
        {
            var share = dice.Pick(0, 20, 60, 100);
            foreach (var criterion in EvidenceCriteria.Ids.Where(_ => dice.Chance(share)))
                drafts.AddRange(
                    Enumerable.Range(0, dice.Whole(1, 9)).Select(_ => Claim(exporter.Id, criterion))
                );
            // Claims of which none is accepted.
            foreach (var criterion in dice.Some(EvidenceCriteria.Ids, 2))
                drafts.AddRange(
                    Enumerable
                        .Range(0, 2)
                        .Select(_ =>
                            Claim(exporter.Id, criterion) with
                            {
                                Status = dice.Pick("pending", "rejected"),
                            }
                        )
                );
        }

        var byModel = drafts.ToLookup(d => d.ExporterId, StringComparer.Ordinal);
        foreach (var twin in exporters.Where(e => e.TwinOf is not null))
            drafts.AddRange(byModel[twin.TwinOf!].Select(d => d with { ExporterId = twin.Id }));

        var rows = drafts.Select(d => Row(d, dice.Pick(Quantities(d)))).ToList();
        if (options.Faults && exporters.Count > 0)
            rows.AddRange(Faults(dice.Pick(exporters).Id, badExporters));
        new DraftFile(dice, options.Disguises).Write(
            Path.Combine(dir, "evidence.csv"),
            Columns,
            dice.Shuffled(rows)
        );
    }

    /// <summary>A claim that is good for its criterion. Its quantity is drawn from its own number, the same for a twin.</summary>
    private Evidence Claim(string exporter, string criterion)
    {
        var status = dice.Pick("accepted", "accepted", "accepted", "pending", "rejected");
        var item = criterion switch
        {
            "R6.9" => dice.Pick(
                "joint-production",
                "licensing",
                "joint-investment",
                "foreign-investment"
            ),
            "R6.12" => dice.Chance(25)
                ? "fa"
                : dice.Pick("en", "ar", "ru", "zh", "tr", "de", "ku", "ps", "ur"),
            _ => dice.Pick("ISO 9001", "iso 14001", "Halal", "CE", "نمایشگاه", "Expo 2023"),
        };
        var country = dice.Pick("IQ", "AF", "DE", "XK", "CN", "RU", "TR", "AE");
        return new Evidence(
            exporter,
            criterion,
            status,
            item,
            country,
            dice.Whole(0, 11),
            dice.Pick("high", "medium", "low")
        );
    }

    /// <summary>R3.3 and R3.4: bounds, halves of a hundredth, twelve decimals. One choice only, so that a twin gets the same.</summary>
    private static List<string> Quantities(Evidence draft)
    {
        string[] percents =
        [
            "0",
            "100",
            "100.00",
            "12.35",
            "0.5",
            "33.333333333333",
            "99.999999999999",
            "0.05",
            "50",
            "7.25",
            "0.000000000001",
            "45",
        ];
        string[] points =
        [
            "0",
            "10",
            "10.000000000000",
            "9.995",
            "9.994999999999",
            "0.005",
            "0.004999999999",
            "1.005",
            "5",
            "7.5",
            "2.675",
            "3",
        ];
        return draft.Criterion switch
        {
            "R3.3" => [percents[(int)draft.Quantity]],
            "R3.4" => [points[(int)draft.Quantity]],
            _ => ["", "1", "-7", "many"], // not needed: ignored
        };
    }

    private DraftRow Row(Evidence draft, string quantity)
    {
        // What a criterion does not need is ignored, whatever stands there.
        var needsLevel = draft.Criterion == "R3.3";
        var needsItem =
            draft.Criterion
            is "R6.5"
                or "R6.6"
                or "R6.7"
                or "R6.9"
                or "R6.10"
                or "R6.11"
                or "R6.12";
        var needsCountry =
            draft.Criterion
            is "R6.1"
                or "R6.3"
                or "R6.5"
                or "R6.6"
                or "R6.7"
                or "R6.10"
                or "R6.11"
                or "R6.13";
        return new DraftRow(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["exporter_id"] = _disguise.Text(draft.ExporterId),
                ["criterion"] = _disguise.Text(draft.Criterion),
                ["item"] =
                    needsItem || dice.Chance(40)
                        ? _disguise.Text(draft.Item)
                        : dice.Pick("", "a, \"b\"", "x"),
                ["country"] =
                    needsCountry || dice.Chance(40)
                        ? _disguise.Text(draft.Country)
                        : dice.Pick("", "IR", "nowhere"),
                ["quantity"] = _disguise.Number(quantity),
                ["level"] =
                    needsLevel || dice.Chance(40)
                        ? _disguise.Text(draft.Level)
                        : dice.Pick("", "top"),
                ["status"] = _disguise.Text(draft.Status),
            }
        );
    }

    private IEnumerable<DraftRow> Faults(string exporter, IReadOnlyList<string> badExporters)
    {
        (string Criterion, string Column, string[] Values)[] faults =
        [
            ("R5.1", "criterion", ["", "R1.1", "R7.1", "R6.14", "5.1", "R4.2", "R6"]),
            ("R6.2", "status", ["", "ok", "accept", "true"]),
            (
                "R3.3",
                "quantity",
                ["", "101", "100.000000000001", "-1", " 5", "5 ", "0.0000000000001", "5%", "1e1"]
            ),
            ("R3.3", "level", ["", "mid", "10"]),
            ("R3.4", "quantity", ["", "10.01", "11", "-0", ".5", "1.0000000000000"]),
            ("R6.1", "country", ["", "IR", "ZZ"]),
            ("R6.3", "country", ["", "ir", "Iraq"]),
            ("R6.13", "country", ["", "IR", "EU"]),
            ("R6.9", "item", ["", "franchise", "joint production"]),
            ("R6.12", "item", ["", "english", "eng", "xx", "en-GB"]),
            ("R6.5", "item", ["", "  "]),
            ("R6.6", "country", ["", "IR"]),
            ("R6.7", "item", [""]),
            ("R6.10", "country", ["", "--"]),
            ("R6.11", "item", ["", " "]),
            ("R6.8", "exporter_id", ["", "123", "1234567890123", "abcdefghijk"]),
        ];
        foreach (var (criterion, column, values) in faults)
        {
            foreach (var value in values)
            {
                var row = Row(Claim(exporter, criterion), "5");
                yield return new DraftRow(
                    new Dictionary<string, string>(row.Cells, StringComparer.Ordinal)
                    {
                        [column] = value,
                    }
                );
            }
        }

        yield return Row(Claim(exporter, "R5.2"), "5") with
        {
            ExtraCells = -1,
        };
        yield return Row(Claim(exporter, "R5.2"), "5") with
        {
            ExtraCells = 1,
        };
        yield return Row(Claim(cast.NewId(), "R5.2"), "5");
        yield return Row(Claim(cast.BadCheckDigit(), "R6.2"), "5");
        foreach (var id in dice.Some(badExporters, 3))
            yield return Row(Claim(id, "R6.4"), "5");
    }
}
