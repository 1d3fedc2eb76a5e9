namespace Karvan.Oracle;

/// <summary>Makes the declaration files: planned lines, filler, copies, conflicts and faults.</summary>
public sealed class Trade(Dice dice, Draw draw, Cast cast, RandomInputOptions options)
{
    private static readonly string[] Columns =
    [
        "declaration_no",
        "line_no",
        "flow",
        "date",
        "exporter_id",
        "hs_code",
        "country",
        "value_usd",
        "net_weight_kg",
    ];

    /// <summary>The lines of every exporter; a twin has its model's trade in declarations of its own.</summary>
    public List<DraftLine> Plan(IReadOnlyList<DraftExporter> exporters)
    {
        var plans = new Plans(dice, draw);
        var lines = new List<DraftLine>();
        var plan = dice.Whole(0, 13);
        foreach (var exporter in exporters.Where(e => e.TwinOf is null))
        {
            lines.AddRange(plans.Lines(plan++, exporter.Id, exporter.ProductGroup));
            if (dice.Chance(25))
                lines.AddRange(plans.Lines(dice.Whole(0, 13), exporter.Id, exporter.ProductGroup));
        }

        var fillers = exporters.Where(e => e.TwinOf is null && dice.Chance(30)).ToList();
        for (var i = 0; i < options.FillerLines && fillers.Count > 0; i++)
        {
            var cents = dice.Chance(10)
                ? 0
                : dice.Big(1, dice.Pick(1_000L, 1_000_000L, 500_000_000L));
            var grams = dice.Chance(10) ? 0 : dice.Big(1, dice.Pick(1_000L, 10_000_000L));
            var flow = dice.Chance(80) ? "export" : "import";
            var country = flow == "import" && dice.Chance(20) ? "IR" : null;
            lines.Add(
                draw.Line(
                    dice.Pick(fillers).Id,
                    dice.Whole(1396, 1402),
                    cents,
                    grams,
                    country,
                    null,
                    flow
                )
            );
        }

        var byModel = lines.ToLookup(l => l.ExporterId, StringComparer.Ordinal);
        foreach (var twin in exporters.Where(e => e.TwinOf is not null))
            lines.AddRange(byModel[twin.TwinOf!].Select(l => Fresh(l, twin.Id)));
        return lines;
    }

    /// <param name="untouched">Lines that no conflict may take away.</param>
    public void Write(
        string dir,
        List<DraftLine> planned,
        IReadOnlyList<DraftLine> untouched,
        IReadOnlyList<string> badExporters
    )
    {
        List<DraftLine> lines = [.. planned, .. untouched];
        if (planned.Count > 0)
            lines.AddRange(Copies(planned));
        if (options.Faults && planned.Count > 0)
        {
            lines.AddRange(Conflicts(planned));
            lines.AddRange(Unknown(planned, badExporters));
        }

        var count = options.DeclarationFiles > 0 ? options.DeclarationFiles : dice.Whole(1, 4);
        var files = lines
            .GroupBy(_ => dice.Whole(0, count - 1))
            .ToDictionary(g => g.Key, g => dice.Shuffled(g));
        string[] names = ["declarations", "declarations-10", "declarations-2", "declarations_B"];
        for (var i = 0; i < count; i++)
        {
            var disguises = options.Disguises && dice.Chance(65);
            var writer = new LineWriter(dice, disguises);
            var rows = files.GetValueOrDefault(i, []).Select(writer.Row).ToList();
            if (options.Faults && planned.Count > 0)
                rows = dice.Shuffled(
                    rows.Concat(LineFaults.Rows(dice, writer, dice.Some(planned, 20)))
                );
            var path = Path.Combine(dir, names[i] + (dice.Chance(35) ? ".csv.gz" : ".csv"));
            new DraftFile(dice, disguises).Write(path, Columns, rows);
        }
    }

    /// <summary>Equal lines under one key: one counts. The same number under another flow is another line.</summary>
    private IEnumerable<DraftLine> Copies(List<DraftLine> planned)
    {
        foreach (var line in dice.Some(planned, 5 + planned.Count / 20))
        {
            for (var i = dice.Whole(1, 3); i > 0; i--)
                yield return line;
        }

        foreach (var line in dice.Some(planned, 3).Where(l => l.Flow == "export"))
            yield return line with
            {
                Flow = "import",
                Cents = line.Cents / 3,
            };
    }

    /// <summary>Lines that differ under one key: none counts, nor do the equal ones among them.</summary>
    private IEnumerable<DraftLine> Conflicts(List<DraftLine> planned)
    {
        var other = planned[^1].ExporterId;
        foreach (var model in dice.Some(planned, 24))
        {
            // Mostly under a new key, so that the planned edges stay what they are.
            var line = dice.Chance(85) ? Fresh(model, model.ExporterId) : model;
            if (line != model)
                yield return line;
            if (dice.Chance(30))
                yield return line;
            yield return dice.Whole(0, 7) switch
            {
                0 => line with { Cents = line.Cents == 0 ? 1 : line.Cents - 1 },
                1 => line with { Grams = line.Grams == 0 ? 1 : line.Grams - 1 },
                2 => line with { Country = line.Country == "DE" ? "TR" : "DE" },
                3 => line with { Date = line.Date.AddDays(1) },
                4 => line with { Date = draw.Day(1403) }, // conflict goes before the year
                5 => line with
                {
                    HsCode = line.HsCode.Length == 12 ? line.HsCode[..11] : line.HsCode + "0",
                },
                6 => line with
                {
                    ExporterId = line.ExporterId == other ? planned[0].ExporterId : other,
                },
                _ => line with { Cents = line.Cents + 1_000, Country = "AE" },
            };
        }
    }

    /// <summary>Lines of exporters that are not registered, some under the key of a good line: no conflict.</summary>
    private IEnumerable<DraftLine> Unknown(
        List<DraftLine> planned,
        IReadOnlyList<string> badExporters
    )
    {
        foreach (var line in dice.Some(planned, 16))
        {
            var id = dice.Whole(0, 3) switch
            {
                0 => cast.NewId(),
                1 => cast.BadCheckDigit(),
                _ => badExporters.Count > 0 ? dice.Pick(badExporters) : cast.NewId(),
            };
            yield return dice.Chance(50) ? line with { ExporterId = id } : Fresh(line, id);
        }
    }

    /// <summary>The same trade of an exporter under a key of its own.</summary>
    private DraftLine Fresh(DraftLine line, string exporter)
    {
        var key = draw.Line(exporter, 1401, 0, 0);
        return line with
        {
            DeclarationNo = key.DeclarationNo,
            LineNo = key.LineNo,
            ExporterId = exporter,
        };
    }
}

/// <summary>Writes a meant line in one of many ways.</summary>
public sealed class LineWriter(Dice dice, bool disguises)
{
    private readonly Disguise _disguise = new(dice, disguises);

    public DraftRow Row(DraftLine line) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["declaration_no"] = _disguise.Text(line.DeclarationNo),
                ["line_no"] = _disguise.LineNo(line.LineNo),
                ["flow"] = _disguise.Text(line.Flow),
                ["date"] = _disguise.Date(line.Date),
                ["exporter_id"] = _disguise.Text(line.ExporterId),
                ["hs_code"] = _disguise.Text(line.HsCode),
                ["country"] = _disguise.Text(line.Country),
                ["value_usd"] = _disguise.Amount(line.Cents, 2),
                ["net_weight_kg"] = _disguise.Amount(line.Grams, 3),
            }
        );
}
