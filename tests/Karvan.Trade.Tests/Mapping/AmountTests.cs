using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Values, currencies, rates and weights.</summary>
public sealed class AmountTests : IDisposable
{
    private readonly OneLine one = new();

    public void Dispose() => one.Dispose();

    [Theory]
    [InlineData("1234.5", '.', "", 123450)]
    [InlineData("1,234.5", '.', ",", 123450)]
    [InlineData("1,234", '.', ",", 123400)]
    [InlineData("1.234", ',', ".", 123400)]
    [InlineData("1.234,5", ',', ".", 123450)]
    [InlineData("1,50", ',', "", 150)]
    [InlineData("12/5", '/', "", 1250)]
    [InlineData("۱٬۲۳۴٫۵۰", '\u066B', "\u066C", 123450)]
    [InlineData("1'234'567.8", '.', "'", 123456780)]
    [InlineData("1 234 567,80", ',', " ", 123456780)]
    [InlineData("1\u00A0234,80", ',', " ", 123480)]
    [InlineData("007", '.', "", 700)]
    [InlineData("7.5000", '.', "", 750)]
    [InlineData("0", '.', "", 0)]
    [InlineData("10000000000", '.', "", 1_000_000_000_000)]
    public void Numbers_by_the_marks_of_the_profile(
        string text,
        char point,
        string groups,
        long cents
    )
    {
        var line = one.Line(With(new NumberMarks(point, groups)), ("value", text));
        Assert.Equal((cents, 0L, ""), (line.Cents, line.Hundredths, line.Currency));
    }

    [Theory]
    [InlineData("1,234", "", Fault.BadNumber)]
    [InlineData("1,23", ",", Fault.BadNumber)]
    [InlineData("12,34,567", ",", Fault.BadNumber)]
    [InlineData("1234,567", ",", Fault.BadNumber)]
    [InlineData(",123", ",", Fault.BadNumber)]
    [InlineData("1,234'567", ",'", Fault.BadNumber)]
    [InlineData("1,,234", ",", Fault.BadNumber)]
    [InlineData("-5", "", Fault.BadNumber)]
    [InlineData("(5)", "", Fault.BadNumber)]
    [InlineData("5.", "", Fault.BadNumber)]
    [InlineData(".5", "", Fault.BadNumber)]
    [InlineData("1.234.567", "", Fault.BadNumber)]
    [InlineData("1e5", "", Fault.BadNumber)]
    [InlineData("12 USD", "", Fault.BadNumber)]
    [InlineData("#REF!", "", Fault.BadNumber)]
    [InlineData("1.234", "", Fault.TooManyDecimals)]
    [InlineData("10000000000.01", "", Fault.OutOfRange)]
    [InlineData("99999999999999999999999999", "", Fault.OutOfRange)]
    [InlineData("", "", Fault.Blank)]
    public void Numbers_that_are_refused(string text, string groups, Fault fault) =>
        one.Refuses(With(new NumberMarks('.', groups)), "value", text, fault);

    [Fact]
    public void Rials_by_the_rate_of_the_day()
    {
        // 4,200,000 rials at 42,000 are 100 USD; from 1 June on, at 250,000, they are 16.80 USD.
        var may = one.Line(
            OneLine.Profile,
            ("value", "4200000"),
            ("currency", "ریال"),
            ("date", "2021-05-31")
        );
        Assert.Equal((10_000L, 420_000_000L, "IRR"), (may.Cents, may.Hundredths, may.Currency));
        var june = one.Line(
            OneLine.Profile,
            ("value", "4200000"),
            ("currency", "IRR"),
            ("date", "2021-06-01")
        );
        Assert.Equal((1_680L, 420_000_000L, "IRR"), (june.Cents, june.Hundredths, june.Currency));
    }

    [Fact]
    public void A_toman_is_ten_rials()
    {
        var line = one.Line(OneLine.Profile, ("value", "420000"), ("currency", "تومان"));
        Assert.Equal((10_000L, 420_000_000L, "IRR"), (line.Cents, line.Hundredths, line.Currency));
    }

    [Theory]
    // A cent is 420 rials.
    [InlineData("210", "IRR", 1)]
    [InlineData("209.99", "IRR", 0)]
    [InlineData("629.99", "IRR", 1)]
    [InlineData("630", "IRR", 2)]
    // A euro is 1.20 USD: four cents of it are 4.8 cents.
    [InlineData("0.04", "EUR", 5)]
    [InlineData("1000.01", "یورو", 120_001)]
    public void Rounded_half_away_from_zero(string value, string currency, long cents) =>
        Assert.Equal(
            cents,
            one.Line(OneLine.Profile, ("value", value), ("currency", currency)).Cents
        );

    [Fact]
    public void Currencies_without_a_rate_are_refused()
    {
        Assert.Equal(
            new SetAside(2, Fault.NoRate, "currency", "IRR"),
            one.Refused(OneLine.Profile, ("currency", "IRR"), ("date", "2021-03-20"))
        );
        one.Refuses(OneLine.Profile, "currency", "GBP", Fault.NoRate);
        one.Refuses(OneLine.Profile, "currency", "shells", Fault.BadCurrency);
        one.Refuses(OneLine.Profile, "currency", "", Fault.Blank);
    }

    [Fact]
    public void A_profile_may_know_more_words_of_currency()
    {
        var value = OneLine.Profile.Value with { Words = [new("۲۰۱", "EUR")] };
        var line = one.Line(
            OneLine.Profile with
            {
                Value = value,
            },
            ("currency", "201"),
            ("value", "10")
        );
        Assert.Equal((1_200L, 1_000L, "EUR"), (line.Cents, line.Hundredths, line.Currency));
    }

    [Fact]
    public void Values_too_large_in_dollars_are_refused_by_the_value()
    {
        // 10^10 USD are the most; at 42,000 rials one rial more than 4.2 × 10^14 rounds to it, 10^9 more do not.
        var refused = one.Refused(
            OneLine.Profile,
            ("currency", "IRR"),
            ("value", "420001000000000")
        );
        Assert.Equal(new SetAside(2, Fault.OutOfRange, "value", "420001000000000"), refused);
        var most = one.Line(OneLine.Profile, ("currency", "IRR"), ("value", "420000000000001"));
        Assert.Equal(1_000_000_000_000, most.Cents);
    }

    [Theory]
    [InlineData(WeightUnit.Kilogram, "12.345", 12_345)]
    [InlineData(WeightUnit.Tonne, "1.25", 1_250_000)]
    [InlineData(WeightUnit.Tonne, "0.000001", 1)]
    [InlineData(WeightUnit.Gram, "1500", 1_500)]
    [InlineData(WeightUnit.Gram, "1500.0", 1_500)]
    public void Weights(WeightUnit unit, string text, long grams) =>
        Assert.Equal(grams, one.Line(Weighing(unit), ("weight", text)).Grams);

    [Theory]
    [InlineData(WeightUnit.Kilogram, "1.2345", Fault.TooManyDecimals)]
    [InlineData(WeightUnit.Tonne, "0.0000001", Fault.TooManyDecimals)]
    [InlineData(WeightUnit.Gram, "0.5", Fault.TooManyDecimals)]
    [InlineData(WeightUnit.Tonne, "10000000.000001", Fault.OutOfRange)]
    public void Weights_that_are_refused(WeightUnit unit, string text, Fault fault) =>
        one.Refuses(Weighing(unit), "weight", text, fault);

    private static MappingProfile With(NumberMarks marks) =>
        OneLine.Profile with
        {
            Value = OneLine.Profile.Value with { Marks = marks },
        };

    private static MappingProfile Weighing(WeightUnit unit) =>
        OneLine.Profile with
        {
            Weight = new(new("weight"), new NumberMarks(), unit),
        };
}
