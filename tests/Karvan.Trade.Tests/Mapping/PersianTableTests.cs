using System.Text;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Reading;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

public sealed class PersianTableTests : IDisposable
{
    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("utf-16")]
    [InlineData("utf-16 big endian")]
    [InlineData("gzip")]
    [InlineData("carriage returns")]
    public void Taken_right_in_every_encoding(string how) => Check(Save(PersianTable.Text, how));

    /// <summary>The code page has neither Persian digits nor their marks, nor a Persian ی.</summary>
    [Theory]
    [InlineData(TextEncoding.Auto)]
    [InlineData(TextEncoding.Windows1256)]
    public void Taken_right_in_windows_1256(TextEncoding encoding)
    {
        var text = new string([
            .. PersianTable.Text.Select(c =>
                c switch
                {
                    >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
                    '٫' => '.',
                    '٬' => ',',
                    'ی' => 'ي',
                    _ => c,
                }
            ),
        ]);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes(text);
        Assert.DoesNotContain((byte)'?', bytes);
        var file = folder.Save(bytes, "lines.csv");
        var marks = new NumberMarks('.', ",");
        var profile = PersianTable.Profile with
        {
            File = new(encoding),
            Value = PersianTable.Profile.Value with { Marks = marks },
            Weight = PersianTable.Profile.Weight with { Marks = marks },
        };
        Assert.Equal(PersianTable.Lines, MappedFolder.Read(file, profile).Lines);
        Assert.Equal(TextEncoding.Windows1256, MappedFolder.Preview(file).Encoding);
    }

    [Fact]
    public void Names_come_late_in_a_file_of_numbers()
    {
        // Two megabytes of nothing but ASCII, and only then a name.
        var names = string.Join(';', OneLine.Names) + ";note\n";
        const string Row = "A-1;{0};export;2021-05-04;10100000006;080251;DE;1;USD;1;";
        var rows = Enumerable.Range(1, 40_000).Select(i => string.Format(Row, i) + "\n");
        var text =
            names
            + string.Concat(rows)
            + string.Format(Row, 40_001).Replace(";DE;", ";آلمان;")
            + "\n";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;
        var profile = OneLine.Profile with { File = new() };
        foreach (var bytes in new[] { encoding.GetBytes(text), Encoding.UTF8.GetBytes(text) })
        {
            var read = MappedFolder.Read(folder.Save(bytes), profile);
            Assert.Equal((40_001, "DE"), (read.Lines.Count, read.Lines[^1].Country));
        }
    }

    [Fact]
    public void A_guess_reads_it_all_but_for_what_the_file_does_not_say()
    {
        var preview = MappedFolder.Preview(folder.Save(PersianTable.Text));
        Assert.Equal(new HeaderPlace(3, 2), preview.Header);
        Assert.Equal(
            [PreviewNote.SeveralHeaderRows, PreviewNote.RowsAboveHeader, PreviewNote.TotalsRows],
            preview.Notes
        );
        var guess = ProfileGuess.Of(preview, MappedFolder.Country);
        Assert.Equal(
            [
                (Target.Declaration, "اظهارنامه / شماره كوتاژ"),
                (Target.Date, "اظهارنامه / تاريخ"),
                (Target.Exporter, "صاحب كالا / شناسه ملي"),
                (Target.HsCode, "كالا / تعرفه"),
                (Target.Country, "كشور مقصد"),
                (Target.Value, "ارزش / مبلغ"),
                (Target.Currency, "ارزش / نوع ارز"),
                (Target.Weight, "كالا / وزن خالص (تن)"),
            ],
            Enum.GetValues<Target>()
                .Where(t => t is not (Target.LineNumber or Target.Flow))
                .Select(t => (t, guess.Profile.ColumnsOf(t).Single().Name))
        );
        Assert.Equal(Sureness.None, guess.Sure[Target.Flow]);
        Assert.Equal(WeightUnit.Tonne, guess.Profile.Weight.Unit);
        Assert.Equal(PersianTable.Profile.Value.Marks, guess.Profile.Value.Marks);
        Assert.Equal(
            [
                (ProfileProblemKind.NoSource, Target.Flow),
                (ProfileProblemKind.NoRate, Target.Currency),
            ],
            MappingCheck.Of(guess.Profile, preview).Select(p => (p.Kind, p.Target))
        );
        var put = guess.Profile with
        {
            Flow = PersianTable.Profile.Flow,
            Declaration = PersianTable.Profile.Declaration,
            Rates = PersianTable.Profile.Rates,
        };
        Assert.Empty(MappingCheck.Of(put, preview));
        Assert.Equal(PersianTable.Lines, folder.Read(PersianTable.Text, put).Lines);
    }

    private static void Check(InputFile file)
    {
        var read = MappedFolder.Read(file, PersianTable.Profile);
        Assert.Equal(PersianTable.Lines, read.Lines);
        Assert.Equal(
            [
                new SetAside(7, Fault.HeaderAgain, "", "شماره كوتاژ"),
                new SetAside(8, Fault.BadDate, "اظهارنامه / تاريخ", "۱۴۰۰/۱۳/۰۳"),
                new SetAside(10, Fault.TotalsRow, "", "جمع كل"),
            ],
            read.SetAside
        );
        Assert.Equal([new TotalsRow(10, 85_250_010_000, 15_251_000)], read.Tally.Totals);
        Assert.Equal(
            (6L, 3L, 3L),
            (read.Tally.Rows.Read, read.Tally.Rows.Accepted, read.Tally.Rows.Rejected)
        );
        // 84·10⁹ + 10⁹ + 0.25·10⁹ hundredths of a rial; 20,000.00 + 238.10 + 10.00 USD; 13,251 kg.
        Assert.Equal(85_250_000_000, (long)read.Tally.Sums.HundredthsByCurrency["IRR"]);
        Assert.Equal(2_024_810, (long)read.Tally.Sums.ValueCents);
        Assert.Equal(13_251_000, (long)read.Tally.Sums.WeightGrams);
    }

    private InputFile Save(string text, string how) =>
        how switch
        {
            "utf-8 with mark" => folder.Save([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]),
            "utf-16" => folder.Save([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]),
            "utf-16 big endian" => folder.Save([
                0xFE,
                0xFF,
                .. Encoding.BigEndianUnicode.GetBytes(text),
            ]),
            "gzip" => folder.Save(Packed.Gzip(Encoding.UTF8.GetBytes(text)), "lines.csv.gz"),
            "carriage returns" => folder.Save(text.Replace("\n", "\r\n")),
            _ => folder.Save(text),
        };
}
