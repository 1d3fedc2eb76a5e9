using Karvan.Platform.Values;
using Xunit;

namespace Karvan.Modules.Tests.Values;

public sealed class PersianTextTests
{
    [Fact]
    public void Words_are_put_in_the_order_of_the_Persian_alphabet()
    {
        // By a dictionary: alef with madd after plain alef of the same word's beginning, پ after ب, گ after ک, ی last.
        string[] ordered =
        [
            "ابزار",
            "باران",
            "پسته",
            "تهران",
            "چای",
            "خرما",
            "ژرف",
            "کاشی",
            "گلاب",
            "لاله",
            "یزد",
        ];
        var random = new Random(7);
        var mixed = ordered.OrderBy(_ => random.Next()).ToList();
        Assert.Equal(ordered, mixed.OrderBy(PersianText.SortKey, StringComparer.Ordinal));
        Assert.Equal(PersianText.SortKey("كاشي"), PersianText.SortKey("کاشی"));
    }

    [Theory]
    [InlineData("1402/07/05", 2023, 9, 27)]
    [InlineData("۱۴۰۲/۷/۵", 2023, 9, 27)]
    [InlineData("٢٠٢٣-٠٩-٢٧", 2023, 9, 27)]
    [InlineData("1403/12/30", 2025, 3, 20)]
    [InlineData("1399/12/30", 2021, 3, 20)]
    public void Days_are_read_in_either_calendar_and_any_digits(
        string typed,
        int year,
        int month,
        int day
    )
    {
        Assert.True(SolarDate.TryParse(typed, out var read));
        Assert.Equal(new DateOnly(year, month, day), read);
    }

    [Theory]
    [InlineData("1402/12/30")]
    [InlineData("1402/13/01")]
    [InlineData("1402/07/32")]
    [InlineData("2023-02-29")]
    [InlineData("02/07/05")]
    [InlineData("")]
    [InlineData("دیروز")]
    public void What_is_no_day_is_not_read(string typed) =>
        Assert.False(SolarDate.TryParse(typed, out _));
}
