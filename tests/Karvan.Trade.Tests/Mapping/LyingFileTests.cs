using System.Text;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Reading;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Text files that are not what they seem.</summary>
public sealed class LyingFileTests : IDisposable
{
    private static readonly string Names = string.Join(';', OneLine.Names) + "\n";
    private const string Row = "A-1;1;export;2021-05-04;10100000006;080251;DE;100;USD;1";

    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_gzip_bomb()
    {
        var file = folder.Save(Packed.Bomb(Names, 80 << 20), "lines.csv.gz");
        var refused = Assert.Throws<UnusableInputException>(() =>
            MappedFolder.Read(file, OneLine.Profile)
        );
        Assert.Matches(
            "^lines.csv.gz: found [0-9]+ bytes packed into [0-9]+, expected 200 times the packed size at most",
            refused.Message
        );
    }

    [Fact]
    public void A_gzip_file_with_no_end()
    {
        var file = folder.Save(Packed.Gzip(Encoding.UTF8.GetBytes(Names + Row)), "lines.csv.gz");
        var options = new ReadingOptions(1, MostUnpackedBytes: 40);
        var refused = Assert.Throws<UnusableInputException>(() =>
            MappedFolder.Read(file, OneLine.Profile, options)
        );
        Assert.StartsWith("lines.csv.gz: found more than 40 unpacked bytes", refused.Message);
    }

    [Theory]
    [InlineData("lines.csv", "PK\u0003\u0004", "a workbook or another zip archive")]
    [InlineData("lines.csv", "%PDF-1.7", "a PDF document")]
    [InlineData("lines.xls", "<html><table><tr>", "a web page or XML")]
    [InlineData("lines.csv", "", "an empty file")]
    [InlineData("lines.csv", "a;b\0c", "zero bytes")]
    public void Other_kinds_under_the_name_of_text(string name, string text, string found)
    {
        var file = folder.Save(text, name);
        Assert.StartsWith($"{name}: found {found}, expected", Refusal(file));
    }

    [Theory]
    [InlineData("lines.csv")]
    [InlineData("lines.xls")]
    [InlineData("lines.xlsx")]
    public void An_old_workbook_under_any_name(string name)
    {
        var file = folder.Save(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            name
        );
        Assert.Contains("found an old .xls workbook, expected", Refusal(file));
    }

    [Fact]
    public void Packed_bytes_under_the_name_of_text() =>
        Assert.Contains("(gzip)", Refusal(folder.Save(Packed.Gzip([1, 2, 3]), "lines.csv")));

    [Fact]
    public void A_mark_of_utf_16_where_the_profile_says_utf_8()
    {
        var file = folder.Save([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Names + Row)]);
        var refused = Assert.Throws<UnusableInputException>(() =>
            MappedFolder.Read(file, OneLine.Profile)
        );
        Assert.StartsWith("lines.csv: found UTF-16 text, expected the encoding", refused.Message);
    }

    [Fact]
    public void Torn_characters_cost_their_line()
    {
        byte[] text =
        [
            .. Encoding.UTF8.GetBytes(Names + Row.Replace(";1;export", ";2;export") + "\n"),
            .. Torn(),
            .. Encoding.UTF8.GetBytes(Row + "\n"),
        ];
        var read = MappedFolder.Read(folder.Save(text), OneLine.Profile);
        Assert.Equal([2L, 4L], read.Lines.Select(l => l.Source));
        Assert.Equal((3L, Fault.BadEncoding, "country"), Said(Assert.Single(read.SetAside)));
        byte[] Torn() =>
            [.. "B;1;export;2021-05-04;10100000006;080251;"u8, 0xD9, .. ";1;USD;1\n"u8];
    }

    [Fact]
    public void Torn_characters_of_utf_16_cost_their_line()
    {
        byte[] text =
        [
            0xFF,
            0xFE,
            .. Encoding.Unicode.GetBytes(
                Names + Row + "\n" + Row[..(Row.IndexOf("DE", StringComparison.Ordinal) + 1)]
            ),
            0x00,
            0xD8,
            .. Encoding.Unicode.GetBytes(";100;USD;1\n" + Row + "\n"),
        ];
        var profile = OneLine.Profile with { File = new() };
        var read = MappedFolder.Read(folder.Save(text), profile);
        Assert.Equal([2L, 4L], read.Lines.Select(l => l.Source));
        Assert.Equal(Fault.BadEncoding, Assert.Single(read.SetAside).Fault);
    }

    [Fact]
    public void Mixed_dates_in_one_column()
    {
        var text =
            Names
            + Row.Replace("2021-05-04", "1400/02/14")
            + "\n"
            + Row.Replace(";1;export", ";2;export")
            + "\n";
        var both = folder.Read(text, OneLine.Profile);
        Assert.All(both.Lines, l => Assert.Equal(new DateOnly(2021, 5, 4), l.Day));
        Assert.Equal(2, both.Lines.Count);
        var jalali = OneLine.Profile with { Date = new(new("date"), DateCalendar.Jalali) };
        var one = folder.Read(text, jalali);
        Assert.Equal([new SetAside(3, Fault.BadDate, "date", "2021-05-04")], one.SetAside);
        Assert.Equal(2, Assert.Single(one.Lines).Source);
    }

    [Theory]
    [InlineData(";;;;;;;100;;1;جمع", true)]
    [InlineData(";;;;;;جمع کل:;100;;1", true)]
    [InlineData("Total;;;;;;;100;;1", true)]
    [InlineData(" مجموع ;;;;;;;100;;1", true)]
    [InlineData("*** Grand Total ***;;;;;;;100;;1", true)]
    [InlineData(";;;;10100000006;;جمع کل;100;;1", false)]
    [InlineData("A-1;1;export;2021-05-04;;080251;Total;100;USD;1", false)]
    [InlineData(";;;;;;جمعی;100;;1", false)]
    public void Rows_of_totals(string row, bool total)
    {
        var names = Names.TrimEnd() + ";note\n";
        var read = folder.Read(
            names + row + (row.Count(c => c == ';') == 9 ? ";" : "") + "\n",
            OneLine.Profile
        );
        Assert.Equal(total, Assert.Single(read.SetAside).Fault is Fault.TotalsRow);
        TotalsRow[] totals = total ? [new TotalsRow(2, 10_000, 1_000)] : [];
        Assert.Equal(totals, read.Tally.Totals);
    }

    [Fact]
    public void A_total_beyond_what_a_line_may_carry_is_kept()
    {
        var read = folder.Read(Names + ";;;;;;جمع;90000000000.5;;20000000000\n", OneLine.Profile);
        Assert.Equal([new TotalsRow(2, 9_000_000_000_050, 20_000_000_000_000)], read.Tally.Totals);
    }

    [Fact]
    public void Blank_rows_and_separators_at_the_end_of_rows()
    {
        var text =
            Names
            + "\n;;;;;;;;;\n  ;;\n"
            + Row
            + ";;\n"
            + Row.Replace("A-1", "B")
            + ";x\n"
            + "A;1;export\n";
        var read = folder.Read(text, OneLine.Profile);
        Assert.Equal(5, Assert.Single(read.Lines).Source);
        Assert.Equal(
            [
                new SetAside(6, Fault.WrongFieldCount, "", "11 fields, the header has 10"),
                new SetAside(7, Fault.WrongFieldCount, "", "3 fields, the header has 10"),
            ],
            read.SetAside
        );
        Assert.Equal(3, read.Tally.Rows.Read);
    }

    [Fact]
    public void Quotes_separators_and_line_ends_inside_fields()
    {
        var text =
            Names
            + "\"A;\"\"1\"\"\";1;export;2021-05-04;10100000006;080251;DE;100;USD;1\n"
            + "\"B\n2\";1;export;2021-05-04;10100000006;080251;DE;100;USD;1\n"
            + Row
            + "\n";
        var read = folder.Read(text, OneLine.Profile);
        Assert.Equal(
            [(2L, "A;\"1\""), (3L, "B\n2"), (5L, "A-1")],
            read.Lines.Select(l => (l.Source, l.Declaration))
        );
    }

    private static (long, Fault, string) Said(SetAside row) => (row.Line, row.Fault, row.Column);

    private static string Refusal(InputFile file) =>
        Assert.Throws<UnusableInputException>(() => MappedFolder.Preview(file)).Message;
}
