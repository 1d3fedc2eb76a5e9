namespace Karvan.Trade.Demo;

/// <summary>One good line of a declaration.</summary>
internal struct DeclaredLine
{
    public ulong Declaration;
    public int Number;
    public bool IsImport;
    public int Slot;
    public ulong Exporter;
    public int ExporterDigits;
    public ulong Hs8;
    public ushort Country;
    public long Cents;
    public long Grams;
}

/// <summary>Writes a year's declarations, in order of time.</summary>
internal sealed class DeclarationFile(
    DemoOptions options,
    FirmRoster roster,
    DemoTables tables,
    CottageNumbers numbers,
    FaultLines faults,
    Action<long>? progress
)
{
    public const string Header =
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg";

    /// <summary>The largest value and weight of the format, in cents and in grams.</summary>
    private const long MostCents = 10_000_000_000_00;
    private const long MostGrams = 10_000_000_000_000;
    private const long LeastCents = 1_00;

    private int flushes;

    /// <summary>Good lines over all files so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Declarations those lines belong to.</summary>
    public long Declarations { get; private set; }

    public long Write(string path, YearPlan plan, SolarYear days, int year)
    {
        using var csv = new CsvBytes(path, Header);
        var random = DemoRandom.For(options.Seed, DemoStage.Lines, year);
        foreach (ref readonly var declaration in plan.Declarations.AsSpan())
        {
            ref readonly var firm = ref roster.Firms[declaration.Firm];
            var line = new DeclaredLine
            {
                Declaration = numbers.Take(firm.Province),
                IsImport = declaration.Market == PlannedDeclaration.Import,
                Slot = declaration.Slot,
                Exporter = firm.Id,
                ExporterDigits = firm.IdDigits,
            };
            line.Country = line.IsImport
                ? Supplier(ref random, tables.ImportGoods[firm.ImportGood])
                : roster.MarketsOf(firm)[declaration.Market].Country;
            var mean = (line.IsImport ? plan.ImportLineCents : plan.ExportLineCents)[
                declaration.Firm
            ];
            for (line.Number = 1; line.Number <= declaration.Lines; line.Number++)
            {
                Draw(ref random, ref line, firm, mean);
                WriteLine(csv, line, days);
            }
        }
        Declarations += plan.Declarations.Length;
        csv.Dispose();
        progress?.Invoke(Lines);
        return csv.Bytes;
    }

    private static ushort Supplier(ref DemoRandom random, DemoGood good) =>
        good.Countries[good.CountryPick.Draw(ref random)];

    /// <summary>One random number serves a whole line, a few bits for each of its parts.</summary>
    private void Draw(ref DemoRandom random, ref DeclaredLine line, in Firm firm, long mean)
    {
        var bits = random.Next();
        DemoGood good;
        if (line.IsImport)
        {
            good = tables.ImportGoods[firm.ImportGood];
        }
        else
        {
            var goods = roster.GoodsOf(firm);
            // The product of two even draws leans to the main good, which comes first.
            var lean = (uint)(bits >> 52 & 63) * (uint)(bits >> 58);
            good = tables.Goods[goods[(int)(lean * (uint)goods.Length >> 12)]];
        }
        line.Hs8 = good.Hs8;
        // From 40 to 160 per cent of the mean, most often near it.
        var perMille =
            400 + (long)((bits & 0xFFFF) * 601 >> 16) + (long)((bits >> 16 & 0xFFFF) * 601 >> 16);
        line.Cents = Math.Clamp(mean / 1000 * perMille + mean % 1000, LeastCents, MostCents);
        // The price in hundredths of a cent: cement sells at four cents.
        var range = (long)(good.CentsPerKgHigh - good.CentsPerKgLow);
        var price = good.CentsPerKgLow * 100L + range * firm.PricePerMille / 10;
        price = price * (950 + (long)((bits >> 32 & 0xFF) * 101 >> 8)) / 1000;
        line.Grams = Math.Clamp(Rounded(line.Cents * 100_000 / price), 1, MostGrams);
        // A sample, free of charge: its weight counts, its value does not.
        if ((bits >> 40 & 0xFFF) == 0)
            line.Cents = 0;
    }

    private static long Rounded(long grams) =>
        grams switch
        {
            >= 5_000_000 => grams / 10_000 * 10_000,
            >= 100_000 => grams / 1000 * 1000,
            _ => grams,
        };

    private void WriteLine(CsvBytes csv, in DeclaredLine line, SolarYear days)
    {
        csv.StartRow();
        csv.Number(line.Declaration);
        csv.Comma();
        csv.Number((ulong)line.Number);
        csv.Ascii(line.IsImport ? ",import,"u8 : ",export,"u8);
        csv.Ascii(days.Date(line.Slot));
        csv.Comma();
        csv.Padded(line.Exporter, line.ExporterDigits);
        csv.Comma();
        csv.Padded(line.Hs8, 8);
        csv.Comma();
        csv.Country(line.Country);
        csv.Comma();
        csv.Number((ulong)(line.Cents / 100));
        csv.Ascii("."u8);
        csv.Padded((ulong)(line.Cents % 100), 2);
        csv.Comma();
        csv.Number((ulong)(line.Grams / 1000));
        if (line.Grams % 1000 is var grams and > 0)
        {
            csv.Ascii("."u8);
            csv.Padded((ulong)grams, 3);
        }
        csv.EndRow();
        Lines++;
        if (options.PersianDigitsEvery > 0 && Lines % options.PersianDigitsEvery == 0)
            csv.RowInPersianDigits();
        if (faults.AreDue(Lines))
            faults.Write(csv, line, days, Lines);
        if (csv.Flushes == flushes)
            return;
        flushes = csv.Flushes;
        progress?.Invoke(Lines);
    }
}
