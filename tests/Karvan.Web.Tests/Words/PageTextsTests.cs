using System.Text.Encodings.Web;
using System.Text.Unicode;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Xunit;

namespace Karvan.Web.Tests.Words;

/// <summary>Digits, days and runs of another direction, in both languages.</summary>
public sealed class PageTextsTests
{
    private static readonly TextBook Book = PageTexts.LoadTexts();
    private static readonly PageTexts Persian = new(Book, Language.Persian);
    private static readonly PageTexts English = new(Book, Language.English);
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Fact]
    public void Numbers_have_the_digits_of_the_language()
    {
        Assert.Equal("۱٬۲۳۴٬۵۶۷٫۵", Persian.Number(1_234_567.5m));
        Assert.Equal("1,234,567.5", English.Number(1_234_567.5m));
        Assert.Equal("۴۵٫۰۰", Persian.Number(45, 2));
        Assert.Equal("۱۴۰۲", Persian.Year(1402));
    }

    [Fact]
    public void A_day_is_solar_in_Persian_and_both_in_English()
    {
        // 27 September 2023 was 5 Mehr 1402.
        var day = new DateOnly(2023, 9, 27);
        Assert.Equal("۱۴۰۲/۰۷/۰۵", Persian.Day(day).Bare);
        Assert.Equal("2023-09-27 (1402/07/05)", English.Day(day).Bare);
    }

    [Fact]
    public void An_instant_is_told_in_the_time_of_Tehran() =>
        Assert.Equal(
            "2024-03-20 (1403/01/01), 01:30",
            English.Moment(new DateTimeOffset(2024, 3, 19, 22, 0, 0, TimeSpan.Zero)).Bare
        );

    [Fact]
    public void Latin_runs_in_Persian_are_isolated()
    {
        Assert.Equal(
            "متن فارسی با کد <bdi>HS 870899</bdi> و تاریخ ۱۴۰۲/۰۷/۰۵ و نیم‌فاصله در «بنگاه‌های کوچک».",
            Html(Persian["parts.text-fa"]).Replace("&#x200C;", "\u200C", StringComparison.Ordinal)
        );
        Assert.Equal(
            "فایل گمرکی شمارهٔ <bdi>R4.2</bdi>",
            Html(Persian["customs.one", ("number", "R4.2")])
        );
    }

    [Fact]
    public void A_name_cannot_bring_markup_or_turn_its_surroundings() =>
        Assert.Equal("<bdi>&lt;b&gt;x</bdi>", Html(PageTexts.Name("<b>\u202Ex\u2069")));

    [Fact]
    public void Attributes_isolate_without_elements() =>
        Assert.Equal(
            "فایل گمرکی شمارهٔ \u2068R4.2\u2069",
            Persian["customs.one", ("number", "R4.2")].Plain
        );

    [Fact]
    public void A_reason_carries_its_values()
    {
        Assert.Equal("حداکثر ۲۰۰ نویسه بنویسید.", Persian.Reason("field.too-long|max=200").Plain);
        Assert.Equal(
            "Something said by another.",
            English.Reason("Something said by another.").Plain
        );
    }

    [Fact]
    public void Unknown_keys_and_values_are_refused()
    {
        Assert.Throws<KeyNotFoundException>(() => English["parts.no-such-thing"]);
        Assert.Throws<ArgumentException>(() => English["customs.one"]);
        Assert.Throws<ArgumentException>(() => English["customs.one", ("numbr", "R4.2")]);
    }

    private static string Html(Said said)
    {
        using var writer = new StringWriter();
        said.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
