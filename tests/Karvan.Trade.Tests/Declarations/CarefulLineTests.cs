using Karvan.Rules.Reference;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Tests.AddingUp;
using Xunit;

namespace Karvan.Trade.Tests.Declarations;

public sealed class CarefulLineTests
{
    private const string Good = "EX1,1,export,1401-07-05,10380284790,842320,IQ,1.5,2.5";

    private static readonly LineText Text = new(new LineRules(TradeBook.Book.Years));

    [Theory]
    [InlineData("declaration_no", "", Fault.Blank)]
    [InlineData("declaration_no", "  \t", Fault.Blank)]
    [InlineData(
        "declaration_no",
        "12345678901234567890123456789012345678901234567890123456789012345",
        Fault.TooLong
    )]
    [InlineData("line_no", "", Fault.Blank)]
    [InlineData("line_no", "1.0", Fault.BadLineNumber)]
    [InlineData("line_no", "-1", Fault.BadLineNumber)]
    [InlineData("line_no", " 1", Fault.BadLineNumber)]
    [InlineData("line_no", "1\0", Fault.BadLineNumber)]
    [InlineData("line_no", "1234567890", Fault.BadLineNumber)]
    [InlineData("flow", "", Fault.Blank)]
    [InlineData("flow", "re-export", Fault.BadFlow)]
    [InlineData("date", "", Fault.Blank)]
    [InlineData("date", "1401-12-30", Fault.BadDate)]
    [InlineData("exporter_id", "", Fault.Blank)]
    [InlineData("exporter_id", "123456789", Fault.BadId)]
    [InlineData("exporter_id", "1038028479x", Fault.BadId)]
    [InlineData("exporter_id", "1038028479\0", Fault.BadId)]
    [InlineData("exporter_id", "+1038028479", Fault.BadId)]
    [InlineData("hs_code", " ", Fault.Blank)]
    [InlineData("hs_code", "84232", Fault.BadHsCode)]
    [InlineData("hs_code", "8025100", Fault.BadHsCode)]
    [InlineData("hs_code", "802510000", Fault.BadHsCode)]
    [InlineData("hs_code", "80251000000", Fault.BadHsCode)]
    [InlineData("hs_code", "8423200012345", Fault.BadHsCode)]
    [InlineData("hs_code", "8423.20", Fault.BadHsCode)]
    [InlineData("hs_code", "842320\0", Fault.BadHsCode)]
    [InlineData("hs_code", "8423\0\0", Fault.BadHsCode)]
    [InlineData("country", "", Fault.Blank)]
    [InlineData("country", "IR", Fault.BadCountry)]
    [InlineData("country", "ir", Fault.BadCountry)]
    [InlineData("country", "IRQ", Fault.BadCountry)]
    [InlineData("country", "UK", Fault.BadCountry)]
    [InlineData("country", "ıq", Fault.BadCountry)]
    [InlineData("value_usd", "", Fault.Blank)]
    [InlineData("value_usd", "1e999", Fault.BadNumber)]
    [InlineData("value_usd", "1.234", Fault.TooManyDecimals)]
    [InlineData("value_usd", "10000000000.01", Fault.OutOfRange)]
    [InlineData("net_weight_kg", "٫", Fault.BadNumber)]
    [InlineData("net_weight_kg", "1.2345", Fault.TooManyDecimals)]
    [InlineData("net_weight_kg", "10000000000.001", Fault.OutOfRange)]
    public void The_first_bad_field_is_named(string column, string value, Fault expected)
    {
        var fields = Good.Split(',');
        var place = DeclarationColumns.Names.ToList().IndexOf(column);
        fields[place] = value;
        var fault = Text.Careful(string.Join(',', fields), out _, out var found);
        Assert.Equal((expected, place), (fault, found));
        // Whatever stands after the first bad field, the first is the reason.
        for (var i = place + 1; i < fields.Length; i++)
        {
            fields[i] = "?";
        }
        Assert.Equal(expected, Text.Careful(string.Join(',', fields), out _, out _));
    }

    [Theory]
    [InlineData("EX1,1,export,1401-07-05,10380284790,842320,IQ,1.5,2.5")]
    [InlineData(" ex1 ,01,EXPORT , 1401-07-05,10380284790,842320,IQ,1.5,2.5")]
    [InlineData("eX1,۱,Export,۱۴۰۱/۰۷/۰۵, ۱۰۳۸۰۲۸۴۷۹۰ ,۸۴۲۳۲۰, iq,۱.۵۰,٢.٥٠٠")]
    [InlineData("\tEX۱,000000001,eXPORT,2022-09-27,10380284790\u00A0,842320\t,Iq,00001.5,2.5")]
    public void Other_writing_of_the_same_line_is_the_same_line(string written)
    {
        written = written.Replace(", 1401", ",1401", StringComparison.Ordinal);
        Assert.Equal(Fault.None, Text.Careful(written, out var line, out _));
        Assert.Equal(Fault.None, Text.Careful(Good, out var same, out _));
        Assert.Equal(same, line);
        Assert.Equal(
            (1, 842320, 150L, 2500L),
            (line.LineNumber, line.Hs6, line.ValueCents, line.WeightGrams)
        );
        Assert.Equal("IQ", ReferenceTable.Countries.Rows[line.Country].Id);
        Assert.Equal(new DateOnly(2022, 9, 27).DayNumber, line.Day);
    }

    [Fact]
    public void Codes_of_another_length_are_other_codes()
    {
        Text.Careful(Good, out var six, out _);
        Text.Careful(
            Good.Replace("842320", "84232000", StringComparison.Ordinal),
            out var eight,
            out _
        );
        Assert.NotEqual(six.HsCode, eight.HsCode);
        Assert.Equal(six.Hs6, eight.Hs6);
    }

    [Fact]
    public void Goods_may_come_back_from_home()
    {
        var import = Good.Replace("export", "import", StringComparison.Ordinal)
            .Replace("IQ", "IR", StringComparison.Ordinal);
        Assert.Equal(Fault.None, Text.Careful(import, out var line, out _));
        Assert.True(line.Import);
    }
}
