using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

public sealed class WorkbookNumberTests : IDisposable
{
    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("0.001", "0.001")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("123456789012.345", "123456789012.345")]
    [InlineData("0.000123456789012345", "0.000123456789012345")]
    public void Short_decimals_stay_as_they_are(string cell, string field) => Becomes(cell, field);

    [Theory]
    [InlineData("14001234567", "14001234567")]
    [InlineData("123456789", "123456789")]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("0012", "0012")]
    public void Whole_numbers_stay_as_they_are(string cell, string field) => Becomes(cell, field);

    // Each of these is the decimal of 17 digits that a spreadsheet program writes for the typed number.
    [Theory]
    [InlineData("1234.5599999999999", "1234.56")]
    [InlineData("0.10000000000000001", "0.1")]
    [InlineData("94245.028000000006", "94245.028")]
    [InlineData("-1234.5599999999999", "-1234.56")]
    [InlineData("9999999999.9899998", "9999999999.99")]
    [InlineData("2.0000000000000000", "2")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    public void The_shortest_decimal_of_a_binary_number(string cell, string field) =>
        Becomes(cell, field);

    [Theory]
    [InlineData("1.2E+7", "12000000")]
    [InlineData("1.2e7", "12000000")]
    [InlineData("1.2E-3", "0.0012")]
    [InlineData("1E-7", "0.0000001")]
    [InlineData("-1.25E-7", "-0.000000125")]
    [InlineData("1.23456789012345E+16", "12345678901234500")]
    [InlineData("1E+15", "1000000000000000")]
    [InlineData("1.5E+20", "150000000000000000000")]
    [InlineData("1.2345678901E+3", "1234.5678901")]
    [InlineData("1234.5599999999999E0", "1234.56")]
    public void Exponents_become_digits(string cell, string field) => Becomes(cell, field);

    [Theory]
    [InlineData("12.0", "12")]
    [InlineData("12.50", "12.5")]
    [InlineData("0.0", "0")]
    [InlineData("100.00", "100")]
    [InlineData("5.", "5")]
    [InlineData(".5", "0.5")]
    public void Zeros_behind_the_point_say_nothing(string cell, string field) =>
        Becomes(cell, field);

    [Theory]
    [InlineData("NaN", "NaN")]
    [InlineData("1E+999", "1E+999")]
    [InlineData("1,5", "\"1,5\"")]
    [InlineData("12 000", "12 000")]
    [InlineData(".", ".")]
    [InlineData("-", "-")]
    [InlineData("1&#10;2", "1 2")]
    [InlineData("۱۲", "۱۲")]
    public void What_is_no_number_stays_text(string cell, string field) => Becomes(cell, field);

    [Fact]
    public void The_smallest_number_there_is() =>
        Becomes("4.94065645841247E-324", "0." + new string('0', 323) + "5");

    [Fact]
    public void The_largest_number_there_is() =>
        Becomes("1.7976931348623157E+308", "17976931348623157" + new string('0', 292));

    [Fact]
    public void Many_zeros_in_front()
    {
        var zeros = new string('0', 5000);

        Becomes($"{zeros}.50", $"{zeros}.5");
    }

    private void Becomes(string cell, string field) =>
        Assert.Equal(
            $"7\n{field}\n",
            folder.Read(new($"<row><c><v>7</v></c></row><row><c><v>{cell}</v></c></row>"))
        );
}
