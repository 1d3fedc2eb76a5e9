using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Karvan.Trade.Files;
using Karvan.Web.Components.Tables;
using Xunit;

namespace Karvan.Web.Tests.Parts;

/// <summary>Downloads of tables: no cell can be a formula, and programs read what was meant.</summary>
public sealed class TableFileTests
{
    private static readonly XNamespace Sheet =
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+98 21", "'+98 21")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void A_field_is_quoted_and_no_formula(string text, string written) =>
        Assert.Equal(written, CsvCell.Of(text));

    [Fact]
    public async Task Csv_has_its_mark_and_exact_numbers()
    {
        using var stream = new MemoryStream();
        await using (var table = new CsvTable(stream))
        {
            await table.WriteAsync(
                [("نام", null), ("a", null)],
                TestContext.Current.CancellationToken
            );
            await table.WriteAsync(
                [("x", null), ("", -1.50m)],
                TestContext.Current.CancellationToken
            );
        }
        Assert.Equal("\uFEFFنام,a\r\nx,-1.50\r\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task A_workbook_holds_texts_as_texts_and_numbers_as_numbers()
    {
        using var stream = new MemoryStream();
        await using (
            var table = await XlsxTable.OpenAsync(
                stream,
                rightToLeft: true,
                columns: 2,
                TestContext.Current.CancellationToken
            )
        )
        {
            await table.WriteAsync(
                [("نام", null), ("a", null)],
                TestContext.Current.CancellationToken
            );
            await table.WriteAsync(
                [("=1+1 <&\u0001", null), ("", 12.5m)],
                TestContext.Current.CancellationToken
            );
        }
        using var archive = new ZipArchive(new MemoryStream(stream.ToArray()));
        Assert.Single(
            archive.Entries,
            e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)
        );
        foreach (var entry in archive.Entries)
        {
            await using var part = await entry.OpenAsync(TestContext.Current.CancellationToken);
            var xml = await XDocument.LoadAsync(
                part,
                LoadOptions.None,
                TestContext.Current.CancellationToken
            );
            Assert.NotNull(xml.Root);
            if (!entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal))
            {
                continue;
            }
            Assert.Equal(
                "1",
                xml.Descendants(Sheet + "sheetView").Single().Attribute("rightToLeft")!.Value
            );
            Assert.Empty(xml.Descendants(Sheet + "f"));
            Assert.Equal(
                ["نام", "a", "=1+1 <&\uFFFD", "12.5"],
                xml.Descendants(Sheet + "c").Select(c => c.Value)
            );
            Assert.Equal("12.5", xml.Descendants(Sheet + "v").Single().Value);
        }
    }
}
