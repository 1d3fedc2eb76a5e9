using System.Net;
using System.Text.RegularExpressions;
using Karvan.Web.Tests.Access;
using Xunit;

namespace Karvan.Web.Tests.Search;

/// <summary>The search over everything: what one may see is found by name and number, what one may not see never.</summary>
public sealed partial class SearchTests(SearchedSite searched) : IClassFixture<SearchedSite>
{
    private const string TypeMore = "نام یا شناسهٔ ملی بنگاه";
    private const string Nothing = "پیدا نشد";

    [Theory]
    [InlineData("organization", true)]
    [InlineData("secretary", true)]
    [InlineData("auditor", true)]
    [InlineData("administrator", true)]
    [InlineData("expert", false)]
    [InlineData("trade-expert", false)]
    [InlineData("firm", false)]
    [InlineData("newcomer", false)]
    [InlineData("promoter", false)]
    [InlineData("reviewer", false)]
    [InlineData("", false)]
    public async Task A_firm_of_another_province_is_found_by_whom_it_is_to_be_seen(
        string account,
        bool finds
    )
    {
        var firm = searched.FirmElsewhere;
        var address = $"/enterprises/{firm.Id}";
        foreach (var words in new[] { firm.Number, PersianDigits(firm.Number), firm.NameFa })
        {
            Assert.Equal(
                finds,
                (await Links(account, words)).Contains(address, StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_number_leads_to_its_holder_first_and_to_no_other_firm()
    {
        var links = await Links("organization", searched.FirmElsewhere.Number);
        Assert.Equal($"/enterprises/{searched.FirmElsewhere.Id}", links[0]);
        Assert.Single(links, l => Firm().IsMatch(l));
    }

    [Theory]
    [InlineData("organization", true)]
    [InlineData("expert", false)]
    [InlineData("firm", false)]
    [InlineData("newcomer", false)]
    public async Task A_certificate_is_found_by_its_number(string account, bool finds)
    {
        var (id, firm, number) = searched.CertificateElsewhere;
        var spelled = number.Replace('-', ' ').ToLowerInvariant();
        foreach (var words in new[] { number, spelled, PersianDigits(number) })
        {
            Assert.Equal(
                finds,
                (await Links(account, words)).Contains(
                    $"/enterprises/{firm}/era/{id}",
                    StringComparer.Ordinal
                )
            );
        }
    }

    [Theory]
    [InlineData("organization", true)]
    [InlineData("auditor", true)]
    [InlineData("expert", false)]
    [InlineData("trade-expert", false)]
    [InlineData("secretary", false)]
    [InlineData("firm", false)]
    public async Task A_consortium_is_found_by_name(string account, bool finds) =>
        Assert.Equal(
            finds,
            (await Links(account, searched.ConsortiumElsewhere.Name)).Contains(
                $"/consortia/{searched.ConsortiumElsewhere.Id}",
                StringComparer.Ordinal
            )
        );

    [Theory]
    [InlineData("organization", true)]
    [InlineData("auditor", true)]
    [InlineData("expert", false)]
    [InlineData("administrator", false)]
    [InlineData("firm", false)]
    public async Task An_import_is_found_by_number_and_by_file(string account, bool finds)
    {
        var (id, number, file) = searched.NationalImport;
        foreach (var words in new[] { $"{number}", PersianDigits($"{number}"), file })
        {
            Assert.Equal(
                finds,
                (await Links(account, words)).Contains($"/customs/{id}", StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task People_are_found_by_administrators_alone()
    {
        Assert.Contains(
            await Links("administrator", "newcomer@demo"),
            l => l.StartsWith("/people/", StringComparison.Ordinal)
        );
        foreach (
            var account in Visitors.Everybody.Except(["administrator"], StringComparer.Ordinal)
        )
        {
            Assert.DoesNotContain(
                await Links(account, "newcomer@demo"),
                l => l.StartsWith("/people", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task An_application_is_found_by_whom_it_is_with_and_a_promoter_by_everybody()
    {
        var (submitted, approved) = searched.Promoters;
        var application = $"/promoters/applications/{submitted.Id}";
        Assert.Contains(application, await Links("organization", submitted.Name));
        foreach (var account in new[] { "", "firm", "newcomer", "secretary", "trade-expert" })
        {
            Assert.DoesNotContain(application, await Links(account, submitted.Name));
        }
        Assert.Contains($"/promoters/{approved.Id}", await Links("", approved.Name));
        Assert.Contains($"/promoters/{approved.Id}", await Links("firm", approved.Name));
    }

    [Fact]
    public async Task All_of_a_kind_stand_in_its_list()
    {
        var visitor = await searched.As("organization");
        var page = await Page("organization", "شرکت");
        var all = AllHref().Match(page).Groups["href"].Value;
        var list = WebUtility.HtmlDecode(await visitor.GetStringAsync(WebUtility.HtmlDecode(all)));
        var found = Links(page).Where(l => Firm().IsMatch(l)).ToList();
        Assert.Equal(5, found.Count);
        Assert.All(found, l => Assert.Contains(l, list, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_is_found_by_those_who_may_go_there()
    {
        Assert.Contains("/people", await Links("administrator", "حساب‌ها"));
        Assert.DoesNotContain("/people", await Links("firm", "حساب‌ها"));
        Assert.Contains("/rulebooks", await Links("", "شیوه‌نامه"));
    }

    [Theory]
    [InlineData("", TypeMore)]
    [InlineData("?words=", TypeMore)]
    [InlineData("?words=%00", TypeMore)]
    [InlineData("?words=پ", TypeMore)]
    [InlineData("?words=هیچ‌چیزی‌بدین‌نام", Nothing)]
    [InlineData("?words=%25_%5C'%22", TypeMore)]
    [InlineData("?words=99999999999999999999", Nothing)]
    [InlineData("?words=%ED%A0%80%D9%BE%D8%B3", Nothing)]
    public async Task Little_and_nothing_are_told_apart(string query, string told)
    {
        var visitor = await searched.As("organization");
        var answer = await visitor.GetAsync("/search" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            told,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
    }

    private async Task<IReadOnlyList<string>> Links(string account, string words) =>
        Links(await Page(account, words));

    private async Task<string> Page(string account, string words) =>
        await (await searched.As(account)).GetStringAsync(
            $"/search?words={Uri.EscapeDataString(words)}"
        );

    /// <summary>Those of its main text.</summary>
    private static List<string> Links(string page) =>
        [
            .. Href()
                .Matches(page[page.IndexOf("<main", StringComparison.Ordinal)..])
                .Select(m => WebUtility.HtmlDecode(m.Groups["href"].Value)),
        ];

    private static string PersianDigits(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c));

    [GeneratedRegex("href=\"(?<href>[^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex("href=\"(?<href>/enterprises\\?f-name=[^\"]+)\"")]
    private static partial Regex AllHref();

    [GeneratedRegex("^/enterprises/[0-9a-f-]{36}$")]
    private static partial Regex Firm();
}
