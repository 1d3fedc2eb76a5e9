using Karvan.Platform.Fields;
using Karvan.Texts;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Xunit;

namespace Karvan.Web.Tests.Parts;

public sealed class CodeNameTests
{
    /// <summary>As a Persian dictionary has them: آ before ا.</summary>
    [Fact]
    public void Provinces_and_countries_are_chosen_from_in_the_order_of_their_names()
    {
        var persian = new PageTexts(PageTexts.LoadTexts(), Language.Persian);
        Assert.Equal(
            ["آذربایجان شرقی", "آذربایجان غربی", "اردبیل", "اصفهان", "البرز"],
            Beginning(FieldKind.Province, persian)
        );
        var english = new PageTexts(PageTexts.LoadTexts(), Language.English);
        Assert.Equal(
            ["Afghanistan", "Åland Islands", "Albania", "Algeria", "American Samoa"],
            Beginning(FieldKind.Country, english)
        );
    }

    private static IEnumerable<string> Beginning(FieldKind list, PageTexts words) =>
        CodeNames.Choices(list, words).Take(5).Select(c => c.Text.Bare);
}
