using System.IO.Compression;
using System.Text;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

/// <summary>The same workbook packed in other ways.</summary>
public sealed class WorkbookPackageTests : IDisposable
{
    private const string SheetPath = "xl/worksheets/sheet1.xml";
    private const string BookPath = "xl/workbook.xml";
    private const string BookRelations = "xl/_rels/workbook.xml.rels";

    private static readonly RawWorkbook Lines = new(
        """
        <row><c t="s"><v>0</v></c><c><v>7</v></c></row>
        <row><c t="s"><v>1</v></c><c s="1"><v>45371</v></c></row>
        """
    )
    {
        Strings = "<si><t>پسته</t></si><si><t>کشمش</t></si>",
        Styles = RawWorkbook.StylesWith("yyyy"),
    };

    private const string Csv = "پسته,7\nکشمش,2024-03-20\n";

    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Packed_little_or_much(CompressionLevel level) =>
        Assert.Equal(Csv, WorkbookFolder.Read(folder.Save(Lines.ToBytes(level))));

    [Fact]
    public void In_the_strict_form()
    {
        var strict = Unpack(Lines)
            .Select(part =>
                (
                    part.Path,
                    part.Text.Replace(
                            RawWorkbook.Main,
                            "http://purl.oclc.org/ooxml/spreadsheetml/main",
                            StringComparison.Ordinal
                        )
                        .Replace(
                            RawWorkbook.OfficeRelations,
                            "http://purl.oclc.org/ooxml/officeDocument/relationships",
                            StringComparison.Ordinal
                        )
                )
            );

        Assert.Equal(Csv, WorkbookFolder.Read(folder.Save(RawWorkbook.Zip(strict))));
    }

    [Fact]
    public void With_absolute_targets() =>
        Assert.Equal(Csv, Changed(BookRelations, "Target=\"", "Target=\"/xl/"));

    [Fact]
    public void With_another_prefix_for_relationships() =>
        Assert.Equal(
            Csv,
            folder.Read(
                Lines with
                {
                    Parts =
                    [
                        (
                            BookPath,
                            $"""
                            <x:workbook xmlns:x="{RawWorkbook.Main}"><x:sheets>
                            <x:sheet name="خطوط" sheetId="1" q:id="rId1" xmlns:q="{RawWorkbook.OfficeRelations}"/>
                            </x:sheets></x:workbook>
                            """
                        ),
                    ],
                }
            )
        );

    [Fact]
    public void With_a_byte_order_mark() =>
        Assert.Equal(Csv, Changed(SheetPath, "<?xml", "\uFEFF<?xml"));

    [Theory]
    [InlineData("worksheets/my sheet.xml", "worksheets/my%20sheet.xml")]
    [InlineData("worksheets/%D8%AE%D8%B7.xml", "worksheets/%D8%AE%D8%B7.xml")]
    public void With_parts_of_other_names(string path, string target)
    {
        var parts = Unpack(Lines)
            .Select(part =>
                (
                    part.Path == SheetPath ? $"xl/{target}" : part.Path,
                    part.Text.Replace(
                            "/xl/worksheets/sheet1.xml",
                            $"/xl/{target}",
                            StringComparison.Ordinal
                        )
                        .Replace(
                            "\"worksheets/sheet1.xml\"",
                            $"\"{path}\"",
                            StringComparison.Ordinal
                        )
                )
            );

        Assert.Equal(Csv, WorkbookFolder.Read(folder.Save(RawWorkbook.Zip(parts))));
    }

    /// <summary>Damage is refused or does not matter; it never changes what is read, nor ends the program.</summary>
    [Fact]
    public void With_any_one_byte_changed()
    {
        var whole = Lines.ToBytes();
        var refused = 0;
        for (var at = 0; at < whole.Length; at += 3)
        {
            var changed = whole.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            try
            {
                var csv = WorkbookFolder.Read(folder.Save(changed));
                Assert.True(csv == Csv, $"Byte {at} of {whole.Length} changed: {csv}");
            }
            catch (UnusableInputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, whole.Length / 9, whole.Length / 3);
    }

    [Fact]
    public void Cut_anywhere_it_is_refused()
    {
        var whole = Lines.ToBytes();
        for (var length = 0; length < whole.Length; length += 7)
        {
            var file = folder.Save(whole[..length]);
            Assert.Throws<UnusableInputException>(() => WorkbookFolder.Read(file));
        }
    }

    private string Changed(string path, string from, string to) =>
        WorkbookFolder.Read(
            folder.Save(
                RawWorkbook.Zip(
                    Unpack(Lines)
                        .Select(part =>
                            part.Path == path
                                ? (path, part.Text.Replace(from, to, StringComparison.Ordinal))
                                : part
                        )
                )
            )
        );

    private static List<(string Path, string Text)> Unpack(RawWorkbook workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook.ToBytes()));
        var parts = new List<(string, string)>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open(), Encoding.UTF8);
            parts.Add((entry.FullName, text.ReadToEnd()));
        }
        return parts;
    }
}
