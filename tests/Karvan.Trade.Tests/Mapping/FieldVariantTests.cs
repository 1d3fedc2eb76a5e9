using Karvan.Rules.Facts;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Profiles;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>What each field may look like, and what is refused.</summary>
public sealed class FieldVariantTests : IDisposable
{
    private readonly OneLine one = new();

    public void Dispose() => one.Dispose();

    [Fact]
    public void The_good_line() =>
        Assert.Equal(
            new SaidLine(
                2,
                "A-1",
                1,
                false,
                new(2021, 5, 4),
                "10100000006",
                "080251",
                "DE",
                10050,
                12500
            ),
            one.Line(OneLine.Profile)
        );

    [Theory]
    [InlineData("صادرات", false)]
    [InlineData("واردات", true)]
    [InlineData("صادراتي", false)]
    [InlineData(" Export ", false)]
    [InlineData("IMPORT", true)]
    [InlineData("واردات‌ قطعی", true)]
    public void Words_of_flow(string word, bool import) =>
        Assert.Equal(import, one.Line(OneLine.Profile, ("flow", word)).Import);

    [Theory]
    [InlineData("ترانزیت", Fault.BadFlow)]
    [InlineData("", Fault.Blank)]
    public void Other_flows(string word, Fault fault) =>
        one.Refuses(OneLine.Profile, "flow", word, fault);

    [Fact]
    public void A_profile_may_know_more_words_of_flow_or_fix_it()
    {
        var more = OneLine.Profile with
        {
            Flow = new(new("flow"), null, [new("مرجوعی", "import")]),
        };
        Assert.True(one.Line(more, ("flow", "مرجوعي")).Import);
        var always = OneLine.Profile with
        {
            Flow = new(ColumnReference.None, TradeFlow.Import, []),
        };
        Assert.True(one.Line(always, ("flow", "whatever")).Import);
    }

    [Theory]
    [InlineData("2021-05-04", DateOrder.Ymd)]
    [InlineData("2021/5/4", DateOrder.Ymd)]
    [InlineData("2021.05.04", DateOrder.Ymd)]
    [InlineData("20210504", DateOrder.Ymd)]
    [InlineData("1400/02/14", DateOrder.Ymd)]
    [InlineData("۱۴۰۰/۲/۱۴", DateOrder.Ymd)]
    [InlineData("١٤٠٠-٠٢-١٤", DateOrder.Ymd)]
    [InlineData("14000214", DateOrder.Ymd)]
    [InlineData("2021-05-04T10:22:01", DateOrder.Ymd)]
    [InlineData("1400/02/14 09:05", DateOrder.Ymd)]
    [InlineData("04/05/2021", DateOrder.Dmy)]
    [InlineData("4.5.2021", DateOrder.Dmy)]
    [InlineData("04052021", DateOrder.Dmy)]
    [InlineData("14/02/1400", DateOrder.Dmy)]
    [InlineData("2021-05-04", DateOrder.Dmy)]
    [InlineData("5/4/2021", DateOrder.Mdy)]
    [InlineData("05042021", DateOrder.Mdy)]
    public void One_day_in_many_spellings(string text, DateOrder order)
    {
        var profile = OneLine.Profile with { Date = new(new("date"), DateCalendar.Auto, order) };
        Assert.Equal(new DateOnly(2021, 5, 4), one.Line(profile, ("date", text)).Day);
    }

    [Theory]
    [InlineData("1400/13/01")]
    [InlineData("1400/12/30")]
    [InlineData("2021-02-29")]
    [InlineData("2021-05/04")]
    [InlineData("21-05-04")]
    [InlineData("2021-5-004")]
    [InlineData("2021-05")]
    [InlineData("2021-05-04 noon")]
    [InlineData("202105")]
    [InlineData("44320")]
    public void No_day(string text) => one.Refuses(OneLine.Profile, "date", text, Fault.BadDate);

    [Theory]
    [InlineData(DateCalendar.Jalali, "2021-05-04")]
    [InlineData(DateCalendar.Gregorian, "1400-02-14")]
    public void A_fixed_calendar_refuses_dates_of_the_other(DateCalendar calendar, string text) =>
        one.Refuses(
            OneLine.Profile with
            {
                Date = new(new("date"), calendar),
            },
            "date",
            text,
            Fault.BadDate
        );

    [Theory]
    [InlineData("10100000006", "10100000006")]
    [InlineData("۱۰۱۰۰۰۰۰۰۰۶", "10100000006")]
    [InlineData("\u200E10100000006\u00A0", "10100000006")]
    [InlineData("0012345679", "0012345679")]
    [InlineData("10100000009", "10100000009")]
    public void Ids_without_a_look_at_check_digits(string text, string id) =>
        Assert.Equal(id, one.Line(OneLine.Profile, ("id", text)).Exporter);

    [Theory]
    [InlineData("12345679", Fault.BadId)]
    [InlineData("101000000061", Fault.BadId)]
    [InlineData("1010000000x", Fault.BadId)]
    [InlineData(" ", Fault.Blank)]
    public void Bad_ids(string text, Fault fault) =>
        one.Refuses(OneLine.Profile, "id", text, fault);

    [Theory]
    [InlineData("12345679", "0012345679")]
    [InlineData("12345689", "00012345689")]
    [InlineData("1234567893", "01234567893")]
    [InlineData("1234567891", "1234567891")]
    [InlineData("1234568039", "1234568039")]
    [InlineData("10100000006", "10100000006")]
    public void Zeros_given_back_to_ids(string text, string id) =>
        Assert.Equal(id, one.Line(GivingBack, ("id", text)).Exporter);

    [Theory]
    [InlineData("12345733")]
    [InlineData("12345678")]
    [InlineData("6")]
    public void Zeros_are_not_given_back_where_both_or_neither_fits(string text) =>
        one.Refuses(GivingBack, "id", text, Fault.BadId);

    [Theory]
    [InlineData("0802.51.00", "08025100")]
    [InlineData("0802 51 00", "08025100")]
    [InlineData("0802-5100", "08025100")]
    [InlineData("۰۸۰۲۵۱", "080251")]
    [InlineData("080251000000", "080251000000")]
    public void Hs_codes(string text, string code) =>
        Assert.Equal(code, one.Line(OneLine.Profile, ("hs", text)).HsCode);

    [Theory]
    [InlineData("8025100", "08025100")]
    [InlineData("80251", "080251")]
    [InlineData("8025.10", "802510")]
    [InlineData("84713000", "84713000")]
    public void A_zero_given_back_to_hs_codes(string text, string code) =>
        Assert.Equal(code, one.Line(GivingBack, ("hs", text)).HsCode);

    [Theory]
    [InlineData("80251", Fault.BadHsCode)]
    [InlineData("8025100", Fault.BadHsCode)]
    [InlineData("802.51.00", Fault.BadHsCode)]
    [InlineData("0802510000000", Fault.BadHsCode)]
    [InlineData("0802,51", Fault.BadHsCode)]
    [InlineData("pistachio", Fault.BadHsCode)]
    [InlineData("", Fault.Blank)]
    public void Bad_hs_codes(string text, Fault fault) =>
        one.Refuses(OneLine.Profile, "hs", text, fault);

    [Theory]
    [InlineData("عراق", "IQ")]
    [InlineData("Iraq", "IQ")]
    [InlineData("iq", "IQ")]
    public void Countries(string text, string code) =>
        Assert.Equal(code, one.Line(OneLine.Profile, ("country", text)).Country);

    [Fact]
    public void Home_is_no_destination_but_goods_come_back_from_it()
    {
        one.Refuses(OneLine.Profile, "country", "ایران", Fault.BadCountry);
        one.Refuses(OneLine.Profile, "country", "Atlantis", Fault.BadCountry);
        Assert.Equal(
            "IR",
            one.Line(OneLine.Profile, ("country", "IR"), ("flow", "import")).Country
        );
    }

    [Theory]
    [InlineData("1e5", Fault.BadLineNumber)]
    [InlineData("1234567890", Fault.BadLineNumber)]
    [InlineData("-1", Fault.BadLineNumber)]
    [InlineData("", Fault.Blank)]
    public void Bad_line_numbers(string text, Fault fault) =>
        one.Refuses(OneLine.Profile, "line", text, fault);

    [Fact]
    public void Declaration_numbers_have_one_spelling()
    {
        Assert.Equal(
            "ک-۱۲".Replace("۱۲", "12"),
            one.Line(OneLine.Profile, ("decl", " ك-۱۲ ")).Declaration
        );
        Assert.Equal("AB-7", one.Line(OneLine.Profile, ("decl", "ab-7")).Declaration);
        one.Refuses(OneLine.Profile, "decl", new string('9', 65), Fault.TooLong);
    }

    private static MappingProfile GivingBack =>
        OneLine.Profile with
        {
            Exporter = new(new("id"), GiveBackZeros: true),
            HsCode = new(new("hs"), GiveBackZero: true),
        };
}
