using System.Globalization;

namespace Karvan.Oracle;

/// <summary>A declaration line as it is meant, before it is written in one of many ways.</summary>
public sealed record DraftLine(
    string Flow,
    string DeclarationNo,
    int LineNo,
    DateOnly Date,
    string ExporterId,
    string HsCode,
    string Country,
    long Cents,
    long Grams
);

/// <summary>Draws the parts of lines: days of a solar year, HS codes, countries, declaration numbers.</summary>
public sealed class Draw(Dice dice)
{
    /// <summary>Codes by their UNCTAD band; the comments tell what is special.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Codes =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["high"] = ["284420", "852411", "844190", "284410"], // the last: medium in the list of 2000
            ["medium"] = ["842320", "151930", "391710", "290532", "846693"], // low, resource, high in 2000
            ["low"] = ["321590", "621420", "720851", "481620", "880400"], // medium, resource, high in 2000
            ["resource"] = ["020900", "292421", "400690", "030611", "283911"], // low, primary, medium in 2000
            ["primary"] = ["010110", "080410", "030290", "491000", "130231"], // blank, low, medium in 2000
            ["none"] = ["999999", "000000", "770000", "980100"], // in no table
        };

    private static readonly PersianCalendar Solar = new();
    private int _declarations;
    private int _lineNo;

    public string Country() =>
        dice.Chance(50)
            ? dice.Pick(ReferenceTables.PriorityCountries.ToList())
            : dice.Pick("AE", "DE", "XK", "TR", "US", "OM", "AQ");

    public List<string> Countries(int count) =>
        dice.Some(ReferenceTables.Countries.Where(c => c != "IR"), count);

    public List<string> Priority(int count) => dice.Some(ReferenceTables.PriorityCountries, count);

    /// <summary>A code of a band, or of any, with up to six further digits.</summary>
    public string HsCode(string? band = null)
    {
        var code = dice.Pick(Codes[band ?? dice.Pick(Codes.Keys.ToList())]);
        return code
            + new string('0', dice.Whole(0, 1))
            + string.Concat(Enumerable.Range(0, dice.Whole(0, 5)).Select(_ => dice.Whole(0, 9)));
    }

    /// <summary>A code of a chapter that may well be in no table.</summary>
    public string CodeOfChapter(string chapter) =>
        chapter + dice.Whole(0, 9999).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>A day of a solar year, often its first or its last.</summary>
    public DateOnly Day(int year)
    {
        var days = Solar.GetDaysInYear(year);
        var first = DateOnly.FromDateTime(Solar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
        return first.AddDays(
            dice.Whole(0, 5) switch
            {
                0 => 0,
                1 => days - 1,
                2 => days - 2,
                _ => dice.Whole(0, days - 1),
            }
        );
    }

    /// <summary>A line with a fresh key: the next line of the declaration, or the first of a new one.</summary>
    public DraftLine Line(
        string exporter,
        int year,
        long cents,
        long grams,
        string? country = null,
        string? hsCode = null,
        string flow = "export"
    )
    {
        if (_lineNo is 0 or 999_999_999 || dice.Chance(50))
        {
            _declarations++;
            _lineNo = dice.Pick(0, 0, 0, 1, 98, 999_999_990);
        }

        _lineNo++;
        var number =
            $"{dice.Pick("EX", "q", "گ", "")}{1_000 + _declarations}-{_declarations % 7}/a";
        return new DraftLine(
            flow,
            number,
            _lineNo,
            Day(year),
            exporter,
            hsCode ?? HsCode(),
            country ?? Country(),
            cents,
            grams
        );
    }

    /// <summary>A value in lines that add up to it.</summary>
    public IEnumerable<DraftLine> Lines(
        string exporter,
        int year,
        long cents,
        string? country = null,
        string flow = "export"
    ) =>
        dice.Split(cents, dice.Whole(1, 4))
            .Select(part =>
                Line(exporter, year, part, part == 0 ? 0 : dice.Big(1, part), country, null, flow)
            );
}
