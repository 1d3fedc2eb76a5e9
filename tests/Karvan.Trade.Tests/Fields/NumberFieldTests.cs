using System.Text;
using Karvan.Trade.Fields;
using Xunit;

namespace Karvan.Trade.Tests.Fields;

public sealed class NumberFieldTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.00", 0)]
    [InlineData("5", 500)]
    [InlineData("1.5", 150)]
    [InlineData("1.05", 105)]
    [InlineData("0001.05", 105)]
    [InlineData("10000000000", 1_000_000_000_000)]
    [InlineData("10000000000.00", 1_000_000_000_000)]
    [InlineData("9999999999.99", 999_999_999_999)]
    [InlineData("0000000000000000000000000000000000000000007", 700)]
    public void Good_numbers(string text, long cents)
    {
        var fault = NumberField.Read(text, 2, NumberField.LargestAmount, out var value);
        Assert.Equal((Fault.None, cents), (fault, value));
    }

    [Theory]
    [InlineData("", Fault.Blank)]
    [InlineData(" ", Fault.BadNumber)]
    [InlineData("1e999", Fault.BadNumber)]
    [InlineData("-5", Fault.BadNumber)]
    [InlineData("+5", Fault.BadNumber)]
    [InlineData("-0", Fault.BadNumber)]
    [InlineData(" 5", Fault.BadNumber)]
    [InlineData("5 ", Fault.BadNumber)]
    [InlineData("5\0", Fault.BadNumber)]
    [InlineData("1,000", Fault.BadNumber)]
    [InlineData("1٫5", Fault.BadNumber)]
    [InlineData("1.2.3", Fault.BadNumber)]
    [InlineData(".5", Fault.BadNumber)]
    [InlineData("5.", Fault.BadNumber)]
    [InlineData(".", Fault.BadNumber)]
    [InlineData("NaN", Fault.BadNumber)]
    [InlineData("∞", Fault.BadNumber)]
    [InlineData("0x10", Fault.BadNumber)]
    [InlineData("１２", Fault.BadNumber)]
    [InlineData("1.234", Fault.TooManyDecimals)]
    [InlineData("1.000", Fault.TooManyDecimals)]
    [InlineData("10000000000.01", Fault.OutOfRange)]
    [InlineData("10000000001", Fault.OutOfRange)]
    [InlineData("99999999999999999999999999999999999999999999999999", Fault.OutOfRange)]
    public void Bad_numbers(string text, Fault expected) =>
        Assert.Equal(expected, NumberField.Read(text, 2, NumberField.LargestAmount, out _));

    [Fact]
    public void Random_numbers_are_those_of_decimal()
    {
        const int Seed = 1402;
        var random = new Random(Seed);
        for (var i = 0; i < 5000; i++)
        {
            var decimals = random.Next(0, 13);
            var fraction = random.Next(0, decimals + 1);
            var text = Digits(random, random.Next(1, 12));
            text += fraction == 0 ? "" : "." + Digits(random, fraction);
            var exact = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            var fault = NumberField.Read(text, decimals, 1_000_000, out var value);
            var one = (decimal)Math.Pow(10, decimals);
            Assert.True(
                exact <= 1_000_000m
                    ? (fault, value) == (Fault.None, (long)(exact * one))
                    : fault is Fault.OutOfRange,
                $"seed {Seed}: {text} with {decimals} decimals gave {fault} {value}"
            );
        }
    }

    [Theory]
    [InlineData("۰۱۲۳۴۵۶۷۸۹", "0123456789")]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "0123456789")]
    [InlineData("۱4٠۱-۰٧-05", "1401-07-05")]
    [InlineData("متن ۵", "متن 5")]
    [InlineData("１２", "１２")]
    public void Persian_and_Arabic_digits_become_Latin(string text, string latin) =>
        Assert.Equal(latin, FoldedText.Digits(Encoding.UTF8.GetBytes(text)));

    /// <summary>Windows-1256 letters, a cut character, an overlong zero, a surrogate, a lone continuation.</summary>
    [Theory]
    [InlineData(new byte[] { 0xD4, 0xD1, 0xDF, 0xCA })]
    [InlineData(new byte[] { (byte)'a', 0xDB })]
    [InlineData(new byte[] { 0xC0, 0xB0 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    public void Bytes_that_are_not_UTF8_are_no_text(byte[] bytes) =>
        Assert.Null(FoldedText.Digits(bytes));

    [Theory]
    [InlineData("  Accepted ", "accepted")]
    [InlineData("\tR6.۳\u00A0", "r6.3")]
    [InlineData("گواهي", "گواهی")]
    public void Compared_texts_are_trimmed_without_case_in_one_spelling(string text, string same) =>
        Assert.Equal(same, FoldedText.Compared(text));

    private static string Digits(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));
}
