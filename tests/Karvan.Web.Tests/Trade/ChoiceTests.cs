using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Karvan.Oracle;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>What is chosen on a page of trade: said in each heading, kept by each link, led on to from each row; and its units.</summary>
public sealed partial class ChoiceTests
{
    [Fact]
    public async Task Trade_begins_with_its_filter_and_every_heading_says_the_choice()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        foreach (var path in new[] { "/trade", "/trade/21" })
        {
            var page = await Text(organization, $"{path}?flow=import&year=1401&country=CN");
            Assert.True(
                page.IndexOf("<form class=\"k-filters\"", StringComparison.Ordinal)
                    < page.IndexOf("<h2", StringComparison.Ordinal)
            );
            var headings = Heading().Matches(page).Select(h => Tag().Replace(h.Value, "")).ToList();
            Assert.True(headings.Count >= 4, $"{headings.Count} headings");
            Assert.All(headings, h => Assert.Contains("چین", h, StringComparison.Ordinal));
            Assert.All(
                headings.Where(h => !h.Contains("صادرات و واردات", StringComparison.Ordinal)),
                h => Assert.Contains("واردات، سال ۱۴۰۱", h, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_country_leads_to_its_goods_and_a_good_to_its_countries()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        var sent = await SentLines.Of(site);
        var exports = sent.In("21").Where(l => l.Flow is Flow.Export).ToList();
        var country = exports.GroupBy(l => l.Country).MaxBy(g => g.Sum(l => l.ValueUsd))!;
        var page = await Text(organization, "/trade/21?flow=export&figures=full");
        var led = $"/trade/21?flow=export&country={country.Key}&figures=full";
        Assert.Contains($"{led}#looked-at", page, StringComparison.Ordinal);
        Assert.Equal(
            country.GroupBy(l => l.Hs6).Select(g => g.Sum(l => l.ValueUsd)).Order(),
            (await Column(organization, $"{led}&goods.download=csv", 3)).Order()
        );
        Assert.Equal(
            country.GroupBy(l => l.Year).Select(g => g.Sum(l => l.ValueUsd)).Order(),
            (await Column(organization, $"{led}&years.download=csv", 1)).Order()
        );
        var good = country.First().Hs6;
        Assert.Contains(
            $"/trade/21?flow=export&country={country.Key}&good={good}",
            await Text(organization, $"/trade/21?flow=export&country={country.Key}"),
            StringComparison.Ordinal
        );
        // Digits that a code begins with are enough.
        var chapter = exports.Where(l => l.Hs6.StartsWith(good[..2], StringComparison.Ordinal));
        Assert.Equal(
            chapter.GroupBy(l => l.Country).Select(g => g.Sum(l => l.ValueUsd)).Order(),
            (
                await Column(organization, $"/trade/21?good={good[..2]}&countries.download=csv", 1)
            ).Order()
        );
        // On a firm's page the rows lead on too, and their numbers to the lines.
        var firm = sent.FirmOf(country.First());
        var own = sent.Of(firm).Where(l => l.Flow is Flow.Export && l.Country == country.Key);
        var firms = $"/enterprises/{firm}/trade?flow=export&country={country.Key}";
        Assert.Contains(
            $"{firms}\"",
            await Text(organization, $"/enterprises/{firm}/trade"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            own.GroupBy(l => l.Hs6).Select(g => g.Sum(l => l.ValueUsd)).Order(),
            (await Column(organization, $"{firms}&goods.download=csv", 3)).Order()
        );
        Assert.Contains(
            $"f-state=Counts&f-country={country.Key}&f-good=",
            await Text(organization, firms),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Millions_are_one_click_from_the_last_digit_and_the_choice_stays()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        var sent = await SentLines.Of(site);
        var exports = sent.In("21").Where(l => l.Flow is Flow.Export && l.Year == 1401);
        var usd = exports.Sum(l => l.ValueUsd);
        const string Path = "/trade/21?flow=export&year=1401&goods.sort=value";
        var page = await Text(organization, Path);
        // Whatever the unit is, it is in the title of the column; the whole number stands behind.
        Assert.Matches("ارزش \\((هزار|میلیون) دلار\\)", page);
        Assert.Contains($"title=\"{Persian(usd)}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{Persian(usd)} دلار<", page, StringComparison.Ordinal);
        var click = Click().Match(page).Groups["href"].Value;
        Assert.Contains("goods.sort=value", click, StringComparison.Ordinal);
        Assert.Contains("year=1401", click, StringComparison.Ordinal);
        var full = await Text(organization, click[..click.IndexOf('#', StringComparison.Ordinal)]);
        Assert.Contains($"{Persian(usd)}", Tag().Replace(full, ""), StringComparison.Ordinal);
        Assert.Contains("ارزش (دلار)", full, StringComparison.Ordinal);
        // And back, with all else as it was.
        var back = Click().Match(full).Groups["href"].Value;
        Assert.DoesNotContain("figures", back, StringComparison.Ordinal);
        Assert.Contains("goods.sort=value", back, StringComparison.Ordinal);
        // A file is in dollars however the page is looked at.
        Assert.Equal(
            await organization.GetStringAsync($"{Path}&goods.download=csv"),
            await organization.GetStringAsync($"{Path}&figures=full&goods.download=csv")
        );
    }

    private static string Persian(decimal number) =>
        string.Concat(
            number
                .ToString("#,##0.##", CultureInfo.InvariantCulture)
                .Select(c =>
                    c is ',' ? '٬'
                    : c is '.' ? '٫'
                    : (char)('۰' + (c - '0'))
                )
        );

    private static async Task<IEnumerable<decimal>> Column(
        HttpClient visitor,
        string path,
        int column
    ) =>
        (await visitor.GetStringAsync(path))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(l => Quoted().Replace(l, "").Split(',')[column])
            .Where(c => c.Length > 0)
            .Select(c => decimal.Parse(c, CultureInfo.InvariantCulture));

    private static async Task<string> Text(HttpClient visitor, string path) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(path));

    [GeneratedRegex("<h2.*?</h2>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("<a class=\"k-link\" href=\"(?<href>[^\"]*)\" rel=\"nofollow\">")]
    private static partial Regex Click();
}
