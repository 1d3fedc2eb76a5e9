using Karvan.Web.Modules;
using Xunit;

namespace Karvan.Web.Tests.Search;

/// <summary>What is typed into the search, cut down to what can be looked for.</summary>
public sealed class SoughtWordsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \0 ")]
    [InlineData("پ")]
    [InlineData("…")]
    public void Too_little_is_not_looked_for(string? typed) => Assert.Null(SoughtWords.Of(typed));

    [Theory]
    [InlineData("۱۰۳۸۰۲۸۴۷۹۰", "10380284790")]
    [InlineData("103 8028 4790", "10380284790")]
    [InlineData("٧", "7")]
    [InlineData("ERA-00-6100-6", null)]
    [InlineData("پسته", null)]
    public void Digits_of_any_kind_alone_are_a_number(string typed, string? number) =>
        Assert.Equal(number, SoughtWords.Of(typed)!.Number);

    [Fact]
    public void Words_have_one_spelling_and_a_list_gets_them_as_typed()
    {
        var sought = SoughtWords.Of(" شركت\u200Cهاي\0 پسته&نمک ")!;
        Assert.Equal(["شرکت", "های", "پسته", "نمک"], sought.Words);
        Assert.Equal(
            "/enterprises?f-name=" + Uri.EscapeDataString("شركت\u200Cهاي پسته&نمک"),
            sought.In("/enterprises", "f-name")
        );
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        var sought = SoughtWords.Of(string.Join(' ', Enumerable.Repeat("واژه", 500)))!;
        Assert.Equal(SoughtWords.Longest, sought.Text.Length);
        Assert.Equal(6, sought.Words.Count);
    }
}
