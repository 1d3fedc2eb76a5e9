using System.IO.Compression;
using System.Text;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Checking;
using Karvan.Trade.Mapping.Guessing;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Tests.Xlsx;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A file that nobody here designed is looked at, its columns guessed, and read by the guess.</summary>
public sealed class PreviewTests
{
    private static readonly string Firm = Numbers.Legal(1);

    private static readonly Encoding Windows1256 = CodePagesEncodingProvider.Instance.GetEncoding(
        1256
    )!;

    private static readonly string[] Names =
    [
        "شماره كوتاژ",
        "رديف",
        "نوع اظهارنامه",
        "تاريخ",
        "شناسه ملي",
        "كد تعرفه",
        "كشور مقصد",
        "ارزش (دلار)",
        "وزن خالص (كيلوگرم)",
    ];

    /// <summary>100.25 and 50 USD, 10 and 2.5 kg; the file's own sum below.</summary>
    private static readonly string[][] Rows =
    [
        ["K1", "1", "صادرات", "1401/02/03", Firm, "08025100", "عراق", "100.25", "10"],
        ["K1", "2", "صادرات", "1401/02/04", Firm, "84232000", "تركيه", "50", "2.5"],
        ["جمع كل", "", "", "", "", "", "", "150.25", "12.5"],
    ];

    [Theory, OnBothDatabases]
    public async Task A_windows_1256_text_below_its_title_is_read_by_the_guess(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        string[] lines =
        [
            "گزارش صادرات",
            "",
            string.Join(';', Names),
            .. Rows.Select(r => string.Join(';', r)),
            "",
        ];
        var id = await desk.Send(
            expert,
            Windows1256.GetBytes(string.Join('\n', lines)),
            "08",
            "گمرک.csv"
        );
        var table = await Look(desk, expert, id);
        Assert.Equal(
            (TextEncoding.Windows1256, FieldSeparator.Semicolon, new HeaderPlace(3)),
            (table.Encoding, table.Separator, table.Header)
        );
        Assert.Equal(Names, table.Columns);
        Assert.Equal([PreviewNote.RowsAboveHeader, PreviewNote.TotalsRows], table.Notes);
        await Reads(desk, expert, id, table, totalsLine: 6);
    }

    [Theory, OnBothDatabases]
    public async Task A_workbook_with_merged_headers_and_a_hidden_sheet_is_read_by_the_guess(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        string[] above = ["اظهارنامه", "", "", "", "كالا", "", "", "", ""];
        var sheet = RawWorkbook
            .Sheet(
                string.Concat(
                    new[] { above, Names }.Concat(Rows).Select((cells, n) => Row(n + 1, cells))
                )
            )
            .Replace(
                "</sheetData>",
                "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"E1:I1\"/></mergeCells>",
                StringComparison.Ordinal
            );
        var book = new RawWorkbook(Row(1, ["secret"]))
        {
            SheetList =
                """<sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="داده" sheetId="2" r:id="rId2"/>""",
            Parts = [("xl/worksheets/sheet2.xml", sheet)],
        };
        var id = await desk.Send(expert, book.ToBytes(), "08", "گمرک.xlsx");
        var table = await Look(desk, expert, id);
        Assert.Equal(("داده", new HeaderPlace(1, 2)), (table.Sheet, table.Header));
        Assert.Equal("اظهارنامه / شماره كوتاژ", table.Columns[0]);
        Assert.Equal(
            [
                PreviewNote.MergedCells,
                PreviewNote.HiddenSheets,
                PreviewNote.SeveralHeaderRows,
                PreviewNote.TotalsRows,
            ],
            table.Notes
        );
        await Reads(desk, expert, id, table, totalsLine: 5);
    }

    public static TheoryData<string, string> Kinds =>
        new()
        {
            { "utf-8", "a.csv" },
            { "utf-16", "a.txt" },
            { "windows-1256", "a.csv" },
            { "utf-8", "a.csv.gz" },
        };

    /// <summary>Of a text of many parts two are enough, and a row that the second cuts through is no row.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_a_long_text_no_more_than_its_beginning_is_fetched(
        string encoding,
        string name
    )
    {
        await using var house = await House.On(Provider.Sqlite);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var noise = new Random(1);
        var text = new StringBuilder(string.Join(';', Names)).Append('\n');
        // Digits that hardly pack, so that the packed one has many parts too.
        while (text.Length < 8 << 20)
        {
            text.Append($"{noise.NextInt64()}{noise.NextInt64()}{noise.NextInt64()};1;صادرات\n");
        }
        var bytes = encoding switch
        {
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.ToString())],
            "utf-8" => Encoding.UTF8.GetBytes(text.ToString()),
            _ => Windows1256.GetBytes(text.ToString()),
        };
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(bytes);
            }
            bytes = packed.ToArray();
        }
        var id = await desk.Send(expert, bytes, "08", name);
        var gone = await house
            .As(Actor.System)
            .Set<CustomsFilePart>()
            .Where(p => p.Number > 1)
            .ExecuteDeleteAsync();
        Assert.True(gone > 0);
        var table = await Look(desk, expert, id);
        Assert.Equal(Names, table.Columns);
        Assert.Equal(FilePreview.MostRows, table.Rows.Count);
        Assert.InRange(table.Bytes, 1, 5 << 20);
    }

    [Theory]
    [InlineData("a.csv.gz", "a.csv.gz: found bytes that are not gzip")]
    [InlineData("a.xlsx", "a.xlsx: found")]
    public async Task What_cannot_be_opened_says_why(string name, string said)
    {
        await using var house = await House.On(Provider.Sqlite);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var id = await desk.Send(expert, "neither one nor the other"u8.ToArray(), "08", name);
        var looked = await desk.Do<PreviewImport, ImportPreview>(
            expert,
            async p => await p.Of(await desk.Look(id), null)
        );
        Assert.Null(looked.Table);
        Assert.StartsWith(said, looked.Refused, StringComparison.Ordinal);
    }

    private static async Task<FilePreview> Look(CustomsDesk desk, Actor expert, Guid id)
    {
        var looked = await desk.Do<PreviewImport, ImportPreview>(
            expert,
            async p => await p.Of(await desk.Look(id), null)
        );
        Assert.Null(looked.Refused);
        return looked.Table!;
    }

    /// <summary>What the guess reads is what stands in <see cref="Rows"/>.</summary>
    private static async Task Reads(
        CustomsDesk desk,
        Actor expert,
        Guid id,
        FilePreview table,
        long totalsLine
    )
    {
        var guess = await desk.Do<PreviewImport, ProfileGuess>(expert, p => p.Guess(table));
        Assert.Empty(MappingCheck.Of(guess.Profile, table));
        var read = await desk.Read(expert, id, guess.Profile);
        Assert.Equal((ImportState.Ready, null), (read.State, read.Fault));
        var report = ImportReport.Parse(read.Report!);
        Assert.Equal((3, 2, 1), (report.Read, report.Accepted, report.RejectedLines));
        Assert.Equal([new FaultCount("totals-row", 1)], report.Rejected);
        Assert.Equal([new FlowYear(false, 1401, 2, 1, 150_25, 12_500)], report.Years);
        Assert.Equal([new StatedTotal(totalsLine, 150_25, 12_500)], report.Stated);
        Assert.Equal([new AmountSum("USD", 150_25)], report.Amounts);
    }

    private static string Row(int number, string[] cells) =>
        $"<row r=\"{number}\">"
        + string.Concat(
            cells.Select(
                (text, place) =>
                    text.Length == 0
                        ? ""
                        : $"<c r=\"{(char)('A' + place)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
            )
        )
        + "</row>";
}
