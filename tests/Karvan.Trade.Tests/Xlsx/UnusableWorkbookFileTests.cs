using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

/// <summary>Files that are no workbooks, damaged ones, and traps.</summary>
public sealed class UnusableWorkbookFileTests : IDisposable
{
    private static readonly RawWorkbook Good = new("<row><c><v>123456</v></c></row>");

    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("P", "not an .xlsx workbook")]
    [InlineData("declaration_no,line_no\n1,2\n", "name it .csv")]
    [InlineData("<html><table><tr><td>1</td></tr></table></html>", "not an .xlsx workbook")]
    [InlineData("PK and then something else", "damaged, cut or no workbook")]
    public void Files_that_only_bear_the_name(string content, string found) =>
        Refuses(Encoding.UTF8.GetBytes(content), found);

    [Fact]
    public void An_old_workbook() => Refuses(Compound(100_000, "Workbook", 600), "an old .xls");

    [Theory]
    [InlineData(600)]
    [InlineData(65_536 - 8 - 9)]
    [InlineData(99_900)]
    public void A_workbook_with_a_password(int at) =>
        Refuses(Compound(100_000, "EncryptedPackage", at), "a password");

    [Fact]
    public void A_zip_of_other_things() =>
        Refuses(RawWorkbook.Zip([("lines.csv", "a,b\n1,2\n")]), "a package without a workbook");

    [Fact]
    public void A_document_of_words()
    {
        using var bytes = new MemoryStream();
        using (
            var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document)
        )
        {
            document.AddMainDocumentPart().Document = new();
        }

        Refuses(bytes.ToArray(), "<w:document> instead of <workbook>");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1000)]
    public void A_file_cut_short(int by) =>
        Refuses(Good.ToBytes()[..^by], "damaged, cut or no workbook");

    [Fact]
    public void One_digit_changed_in_the_packed_file()
    {
        var bytes = Good.ToBytes(CompressionLevel.NoCompression);
        bytes[bytes.AsSpan().IndexOf("123456"u8)] = (byte)'9';

        Refuses(bytes, "sheet1.xml: found bytes that differ from the size or checksum");
    }

    [Fact]
    public void A_part_longer_than_the_directory_says()
    {
        // Without its last line feed the XML is as good as before: only the checksum tells.
        var workbook = Good with
        {
            Parts = [("xl/worksheets/sheet1.xml", RawWorkbook.Sheet(Good.Rows) + "\n")],
        };
        var bytes = workbook.ToBytes();
        var length = DirectoryEntry(bytes, "xl/worksheets/sheet1.xml").Slice(24, 4);
        var whole = BinaryPrimitives.ReadInt32LittleEndian(length);
        BinaryPrimitives.WriteInt32LittleEndian(length, whole - 1);

        Refuses(bytes, "sheet1.xml: found bytes that differ from the size or checksum");
    }

    [Fact]
    public void Two_parts_with_one_name()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Good.ToBytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("XL/workbook.xml");
        }

        Refuses(bytes.ToArray(), "two parts with the name");
    }

    [Fact]
    public void Shared_texts_beyond_all_measure() =>
        Refuses(
            Good with
            {
                Strings = new string(' ', 257 << 20),
            },
            "sharedStrings.xml: found 257 MiB, expected 256 MiB at most"
        );

    [Fact]
    public void Relationships_beyond_all_measure() =>
        Refuses(
            Good with
            {
                Parts = [("xl/_rels/workbook.xml.rels", new string(' ', 17 << 20))],
            },
            "workbook.xml.rels: found 17 MiB, expected 16 MiB at most"
        );

    [Fact]
    public void A_sheet_packed_beyond_what_data_allow()
    {
        var bomb = new RawWorkbook(string.Concat(Enumerable.Repeat("<row/>", 12 << 20)));

        Refuses(bomb.ToBytes(CompressionLevel.SmallestSize), "200 times the packed size at most");
    }

    [Fact]
    public void A_binary_workbook() =>
        Refuses(
            Good with
            {
                Parts =
                [
                    (
                        "[Content_Types].xml",
                        """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Default Extension="xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
                        </Types>
                        """
                    ),
                ],
            },
            "a binary workbook (.xlsb)"
        );

    [Fact]
    public void An_absent_file()
    {
        var failure = Assert.Throws<UnusableInputException>(() =>
            new InputFile("lines.xlsx", Path.Combine(Path.GetTempPath(), "karvan-none.xlsx")).Open()
        );

        Assert.Contains("cannot be opened", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_file_is_let_go()
    {
        var file = folder.Save(Good.ToBytes()[..^100]);
        Assert.Throws<UnusableInputException>(file.Open);

        using var alone = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.None);

        Assert.True(alone.Length > 0);
    }

    /// <summary>A compound file as far as it matters here: its mark, and a name in UTF-16 at some place.</summary>
    private static byte[] Compound(int length, string stream, int at)
    {
        var bytes = new byte[length];
        byte[] mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(stream, bytes.AsSpan(at));
        return bytes;
    }

    /// <summary>The record of a part in the directory at the end of a zip file.</summary>
    private static Span<byte> DirectoryEntry(byte[] zip, string part)
    {
        var path = zip.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(part));
        return zip.AsSpan(path - 46);
    }

    private void Refuses(RawWorkbook workbook, string found) => Refuses(workbook.ToBytes(), found);

    private void Refuses(byte[] bytes, string found)
    {
        var file = folder.Save(bytes);

        var failure = Assert.Throws<UnusableInputException>(() => WorkbookFolder.Read(file));

        Assert.StartsWith("lines.xlsx", failure.Message, StringComparison.Ordinal);
        Assert.Contains(found, failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected ", failure.Message, StringComparison.Ordinal);
    }
}
