using Karvan.Platform.Values;
using Xunit;

namespace Karvan.Modules.Tests.Values;

public sealed class PersianTextTests
{
    [Fact]
    public void Two_letters_of_another_keyboard_are_kept_as_Persian_ones_and_nothing_else_changes()
    {
        Assert.Equal("کاشی یزد ۱۲٣ ة ى أمین", PersianText.Spelled("كاشي يزد ۱۲٣ ة ى أمین"));
        Assert.Equal("خط\u200Cكش".Replace('ك', 'ک'), PersianText.Spelled("خط\u200Cكش"));
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
