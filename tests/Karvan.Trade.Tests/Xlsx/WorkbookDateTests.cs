using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

public sealed class WorkbookDateTests : IDisposable
{
    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 1 January 2000 is day 36526; 20 March 2024, the first of Farvardin 1403, is 8845 days later.
    [Theory]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("61", "1900-03-01")]
    [InlineData("36526", "2000-01-01")]
    [InlineData("45371", "2024-03-20")]
    [InlineData("45371.73958333334", "2024-03-20")]
    [InlineData("45371.999988425923", "2024-03-20")]
    [InlineData("2958465", "9999-12-31")]
    [InlineData("4.5371E4", "2024-03-20")]
    public void Days_since_1900(string cell, string field) =>
        Assert.Equal(field, Read(cell, "yyyy/mm/dd"));

    [Theory]
    [InlineData("60", "60")]
    [InlineData("0", "0")]
    [InlineData("0.75", "0.75")]
    [InlineData("-3", "-3")]
    [InlineData("2958466", "2958466")]
    [InlineData("14030101", "14030101")]
    [InlineData("1E+300x", "1E+300x")]
    public void What_is_no_day_stays_as_it_is(string cell, string field) =>
        Assert.Equal(field, Read(cell, "yyyy/mm/dd"));

    // Excel's two systems are 1462 days apart.
    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("60", "1904-03-01")]
    [InlineData("43909", "2024-03-20")]
    [InlineData("2957003", "9999-12-31")]
    [InlineData("2957004", "2957004")]
    [InlineData("-1", "-1")]
    public void Days_since_1904(string cell, string field)
    {
        Assert.Equal(field, Read(cell, "yyyy/mm/dd", """<workbookPr date1904="1"/>"""));
        Assert.Equal(field, Read(cell, "yyyy/mm/dd", """<workbookPr date1904="true"/>"""));
    }

    [Fact]
    public void A_workbook_may_say_that_it_does_not_count_from_1904() =>
        Assert.Equal("2024-03-20", Read("45371", "yyyy", """<workbookPr date1904="0"/>"""));

    [Theory]
    [InlineData("yyyy\\-mm\\-dd;@")]
    [InlineData("[$-3000429]yyyy/mm/dd;@")]
    [InlineData("[$-fa-IR,16]dddd, d mmmm yyyy;@")]
    [InlineData("[Red]d.m.yy")]
    [InlineData("DD/MM/YYYY hh:mm")]
    [InlineData("mmmm")]
    [InlineData("&quot;h&quot;mm")]
    [InlineData("\\hmm")]
    [InlineData("h:mm d")]
    public void Formats_of_dates(string code) => Assert.Equal("2024-03-20", Read("45371", code));

    [Theory]
    [InlineData("General")]
    [InlineData("#,##0.00")]
    [InlineData("0 &quot;day&quot;")]
    [InlineData("0\\d")]
    [InlineData("0_d")]
    [InlineData("*d0")]
    [InlineData("[$USD-409]0")]
    [InlineData("[Yellow]0")]
    [InlineData("h:mm AM/PM")]
    [InlineData("mm:ss")]
    [InlineData("[h]:mm")]
    [InlineData("[mm]:ss.0")]
    [InlineData("@")]
    [InlineData("0 &quot;days")]
    [InlineData("0 [days")]
    [InlineData("0\\")]
    [InlineData("")]
    public void Formats_of_other_numbers(string code) => Assert.Equal("45371", Read("45371", code));

    [Theory]
    [InlineData(0, "45371")]
    [InlineData(2, "45371")]
    [InlineData(13, "45371")]
    [InlineData(14, "2024-03-20")]
    [InlineData(15, "2024-03-20")]
    [InlineData(16, "2024-03-20")]
    [InlineData(17, "2024-03-20")]
    [InlineData(18, "45371")]
    [InlineData(21, "45371")]
    [InlineData(22, "2024-03-20")]
    [InlineData(27, "2024-03-20")]
    [InlineData(31, "2024-03-20")]
    [InlineData(32, "45371")]
    [InlineData(36, "2024-03-20")]
    [InlineData(45, "45371")]
    [InlineData(47, "45371")]
    [InlineData(49, "45371")]
    [InlineData(57, "2024-03-20")]
    [InlineData(58, "2024-03-20")]
    public void Formats_known_by_their_number(int id, string field) =>
        Assert.Equal(
            field,
            ReadStyled("45371", $"""<cellXfs><xf/><xf numFmtId="{id}"/></cellXfs>""", "")
        );

    [Fact]
    public void The_file_may_give_a_known_number_another_format() =>
        Assert.Equal(
            "45371",
            ReadStyled(
                "45371",
                """
                <numFmts><numFmt numFmtId="14" formatCode="0.0"/></numFmts>
                <cellStyleXfs><xf numFmtId="15"/><xf numFmtId="15"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>
                """,
                ""
            )
        );

    [Fact]
    public void Texts_under_a_date_format_stay_texts()
    {
        var csv = folder.Read(
            new(
                """
                <row><c><v>7</v></c></row>
                <row><c s="1" t="inlineStr"><is><t>1403/01/01</t></is></c></row>
                <row><c s="1" t="str"><v>45371</v></c></row>
                """
            )
            {
                Styles = RawWorkbook.StylesWith("yyyy"),
            }
        );

        Assert.Equal("7\n1403/01/01\n45371\n", csv);
    }

    private string Read(string cell, string code, string properties = "") =>
        ReadStyled(cell, RawWorkbook.StylesWith(code), properties);

    private string ReadStyled(string cell, string styles, string properties)
    {
        var csv = folder.Read(
            new($"""<row><c><v>7</v></c></row><row><c s="1"><v>{cell}</v></c></row>""")
            {
                Styles = styles,
                Properties = properties,
            }
        );
        Assert.StartsWith("7\n", csv, StringComparison.Ordinal);
        return csv[2..].TrimEnd('\n');
    }
}
