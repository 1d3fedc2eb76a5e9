using System.Text.RegularExpressions;
using Karvan.Rules.Explanations;
using Karvan.Rules.Pages;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Xunit;

namespace Karvan.Rules.Tests.Pages;

/// <summary>Rules in words: every answer of every reading has some, and the words say what the data says.</summary>
public sealed class PageWordsTests
{
    public static TheoryData<string, string> OtherAnswers =>
        [
            .. PageBook.Shipped.Readings.SelectMany(r =>
                r.Choices.Where(c => !c.IsDefault).Select(c => (r.Id, c.Id))
            ),
        ];

    [Theory]
    [MemberData(nameof(OtherAnswers))]
    public void Every_other_answer_gives_well_formed_pages(string reading, string choice)
    {
        var book = PageBook.With(reading, choice);
        foreach (var language in Enum.GetValues<Language>())
        {
            var text = RulebookPageTests.Parse(book, language).Root!.Value;
            Assert.Contains(Wording.In(language)["page.swapped"], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_languages_have_the_same_placeholders_and_something_to_say()
    {
        foreach (var key in Wording.Texts.Keys)
        {
            var (persian, english) = (
                Wording.Texts.Text(key, Language.Persian),
                Wording.Texts.Text(key, Language.English)
            );
            Assert.True(persian.Names.SetEquals(english.Names), key);
            Assert.Contains(persian.Pieces, p => !string.IsNullOrWhiteSpace(p.Text));
            Assert.Contains(english.Pieces, p => !string.IsNullOrWhiteSpace(p.Text));
        }
    }

    [Fact]
    public void No_placeholder_is_left_on_a_page()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var body = RulebookPage.Body(PageBook.Shipped, Wording.In(language));
            Assert.DoesNotMatch(@"\{\d", body);
            Assert.DoesNotContain("page.", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "R1.2",
        "Exports of goods of the product group applied for went to the country in each of the years 1399, 1400 and 1401; or in the year 1401 and in at least 3 of the years 1397, 1398, 1399, 1400 and 1401."
    )]
    [InlineData(
        "R2.2",
        "Exports of any goods went to the country in the year 1401 and in none of the years 1399 and 1400."
    )]
    [InlineData("R2.1", "of the list “Priority markets, neighbouring and not” (26 countries)")]
    [InlineData("R4.2", "belongs to the higher band: 1,200,000,000 itself is in the last band.")]
    [InlineData("R4.3", "60 % of 1401, 30 % of 1400 and 10 % of 1399")]
    [InlineData("R4.3", "from 100,000,000 to less than 500,000,000")]
    [InlineData("R6.12", "This does not count: Persian.")]
    [InlineData("R6.10", "7 points each, up to 35.")]
    [InlineData("R6.1", "the commercial attaché, the Iran Chamber of Commerce or the Iran Chamber")]
    [InlineData("R6.5", "to the end of 1401")]
    [InlineData("R5.1", "on a day of 1401")]
    [InlineData("R5.2", "membership in 1401 of a consortium registered in this system")]
    [InlineData("R6.4", "Licence for the artwork, in the language of the destination")]
    [InlineData("R6.8", "Iran's customs: Whether the firm is an authorised economic operator")]
    [InlineData("R6.10", "country, name and date")]
    [InlineData("R3.4", "8 types of item are accepted")]
    public void The_English_words_of_a_criterion(string criterion, string words) =>
        Assert.Contains(
            words,
            Section(PageBook.Shipped, criterion, Language.English),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("R2.2", "در سال ۱۴۰۱ بوده باشد و در سال‌های ۱۳۹۹ و ۱۴۰۰ نبوده باشد")]
    [InlineData("R4.2", "از ۱۰۰٬۰۰۰ تا کمتر از ۳۰۰٬۰۰۰")]
    [InlineData("R6.1", "سفارت ایران، رایزن بازرگانی، اتاق بازرگانی ایران یا اتاق تعاون ایران")]
    [InlineData("R6.5", "تا پایان سال ۱۴۰۱")]
    [InlineData("R6.11", "کشور، نام و زمان")]
    [InlineData("R4.3", "۶۰٪ سال ۱۴۰۱، ۳۰٪ سال ۱۴۰۰ و ۱۰٪ سال ۱۳۹۹")]
    public void The_Persian_words_of_a_criterion(string criterion, string words) =>
        Assert.Contains(
            words,
            Section(PageBook.Shipped, criterion, Language.Persian),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("value-bounds", "upper", "R4.2", "more than 100,000, up to 300,000 itself")]
    [InlineData("value-to-weight", "linear", "R3.2", "on a straight line")]
    [InlineData("priority-markets", "proportional", "R2.1", "at 26")]
    [InlineData("persistence", "value-share", "R1.2", "countries that count")]
    [InlineData("technology-share", "largest-band", "R3.1", "the class with the largest share")]
    [InlineData("net-trade", "last-year-imports", "R4.1", "less imports (100 % of 1401)")]
    [InlineData("net-trade", "fx-share", "R4.1", "20 × the currency-return ratio")]
    [InlineData("brand-registration", "any", "R6.3", "One accepted item earns all 50 points")]
    [InlineData(
        "brand-registration",
        "relative",
        "R6.3",
        "The best of the province gets all 50 points"
    )]
    [InlineData("technology-share", "ranked", "R3.1", "cut into 5 classes of equal size")]
    [InlineData("net-trade", "simple-mean", "R4.1", "one part in 3 of 1401")]
    [InlineData("value-to-weight-goods", "best-product", "R3.2", "Highest value by net weight")]
    [InlineData("target-market", "exports-in-window", "R6.4", "Only countries with exports in")]
    [InlineData(
        "mission-less-countries",
        "tpo-endorses",
        "R6.7",
        "Without an Iranian mission there also by"
    )]
    public void Another_answer_changes_the_words(
        string reading,
        string choice,
        string criterion,
        string words
    ) =>
        Assert.Contains(
            words,
            Section(PageBook.With(reading, choice), criterion, Language.English),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_decision_is_shown_with_its_day_in_the_calendar_of_the_reader()
    {
        var book = PageBook.Shipped with
        {
            Readings =
            [
                .. PageBook.Shipped.Readings.Select(r =>
                    r with
                    {
                        Decided = new InterpretationDecision(
                            "A. B.",
                            new DateOnly(2024, 3, 20),
                            null
                        ),
                    }
                ),
            ],
        };
        Assert.Contains(
            "Decided by A. B. on 2024-03-20.",
            Plain(RulebookPageTests.Parse(book, Language.English).Root!.Value),
            StringComparison.Ordinal
        );
        var persian = RulebookPageTests.Parse(book, Language.Persian).Root!.Value;
        Assert.Contains("۱۴۰۳/۰۱/۰۱", persian, StringComparison.Ordinal);
        Assert.Contains(Wording.Persian["page.all-decided"], persian, StringComparison.Ordinal);
    }

    private static string Section(Rulebook book, string criterion, Language language) =>
        Plain(
            RulebookPageTests
                .Parse(book, language)
                .Descendants()
                .Single(e => e.Attribute("id")?.Value == "criterion-" + criterion)
                .Value
        );

    private static string Plain(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal)
            .Replace("\u2069", "", StringComparison.Ordinal);
}
