namespace Karvan.Oracle;

/// <summary>Declaration rows with one bad field each; some stand under the key of a good line, which they do not touch.</summary>
public static class LineFaults
{
    private static readonly IReadOnlyDictionary<string, string[]> BadValues = new Dictionary<
        string,
        string[]
    >(StringComparer.Ordinal)
    {
        ["declaration_no"] = ["", "  "],
        ["line_no"] = ["", "x", "-1", "+1", "1.0", " 1", "1 ", "1234567890", "1e2", "۱.۰"],
        ["flow"] = ["", "re-export", "exports", "x"],
        ["date"] =
        [
            "",
            "1400-12-30", // no leap year
            "1402/12/30",
            "1404-12-30",
            "1399-12-31",
            "1401-07-31", // Mehr has 30 days
            "1401-13-01",
            "1401-00-10",
            "1401-01-00",
            "1401-01-32",
            "2023-02-29",
            "1900-02-29",
            "2022-04-31",
            "1401-7-5",
            "1401-07/05",
            "1401/07-05",
            "1401.07.05",
            "14010705",
            "01401-07-05",
            " 1401-07-05",
            "1401-07-05 ",
            "1401-07-05T00:00",
            "0000-01-01",
            "05-07-1401",
            "۱۴۰۱-۱۳-۰۱",
            "140a-01-01",
        ],
        ["exporter_id"] =
        [
            "",
            " ",
            "123456789",
            "123456789012",
            "1038028479x",
            "10380 284790",
            "-10380284790",
        ],
        ["hs_code"] = ["", "84232", "8423201234567", "8423.20", "84 2320", "hs842320", "-842320"],
        ["country"] = ["", " ", "XX", "IRN", "Iraq", "UK", "EU", "D E", "۱۲", "ایران"],
        ["value_usd"] = Numbers(["1.234", "10000000000.01", "10000000001", "0.001"]),
        ["net_weight_kg"] = Numbers([
            "1.2345",
            "10000000000.001",
            "99999999999999999999999999999999",
            "1.0000",
        ]),
    };

    public static IEnumerable<DraftRow> Rows(
        Dice dice,
        LineWriter writer,
        IReadOnlyList<DraftLine> models
    )
    {
        foreach (var column in BadValues.Keys)
        {
            foreach (var value in dice.Some(BadValues[column], 5))
                yield return Changed(writer.Row(dice.Pick(models)), column, value);
        }

        // IR is no destination, but an import may come from there.
        yield return Changed(
            writer.Row(dice.Pick(models) with { Flow = "export" }),
            "country",
            dice.Pick("IR", "ir", " IR")
        );
        foreach (var extra in new[] { -1, -2, 1, 3 })
            yield return writer.Row(dice.Pick(models)) with
            {
                ExtraCells = extra,
            };
    }

    private static string[] Numbers(string[] own) =>
        [
            .. own,
            "",
            " ",
            "-1",
            "+1",
            "1e3",
            "1,000",
            "1,5",
            ".5",
            "5.",
            ".",
            "1.2.3",
            " 5",
            "5 ",
            "1 000",
            "NaN",
            "$5",
            "0x10",
            "۱٫۵",
            "-0",
        ];

    private static DraftRow Changed(DraftRow row, string column, string value) =>
        row with
        {
            Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal)
            {
                [column] = value,
            },
        };
}
