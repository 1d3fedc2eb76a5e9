using Xunit;

namespace Karvan.Texts.Tests;

public sealed class NumeralsTests
{
    [Fact]
    public void Numbers_have_the_digits_and_separators_of_the_language()
    {
        Assert.Equal("۱٬۲۳۴٬۵۶۷٫۵", Language.Persian.Number(1_234_567.5m));
        Assert.Equal("1,234,567.5", Language.English.Number(1_234_567.5m));
        Assert.Equal("۴۵٫۰۰", Language.Persian.Number(45, 2));
        Assert.Equal("۱۴۰۲", Language.Persian.Year(1402));
        Assert.Equal("1402", Language.English.Year(1402));
    }

    [Fact]
    public void A_typed_text_keeps_its_punctuation()
    {
        Assert.Equal("۱۲.۵, ۳", Language.Persian.Typed("12.5, 3"));
        Assert.Equal("12.5, 3", Language.English.Typed("12.5, 3"));
    }

    [Fact]
    public void Digits_of_all_three_sets_are_read() =>
        Assert.Equal("0123456789 ک 09", Numerals.Latin("۰۱۲۳۴٥٦۷۸۹ ک 0٩"));
}
