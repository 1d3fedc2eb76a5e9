using System.Net;
using System.Text.RegularExpressions;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Trade;
using Xunit;

namespace Karvan.Web.Tests.Papers;

/// <summary>Any page with a table on paper: all rows and columns, what was chosen, in which order, when and by whom.</summary>
public sealed partial class PrintViewTests
{
    [Fact]
    public async Task A_list_is_printed_whole_with_its_choice_order_day_and_maker()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        await PaperPageTests.InEnglish(organization);
        const string asked = "/enterprises?f-state=Verified&sort=-name";
        var screen = await Text(organization, asked);
        var print = await Text(organization, asked + "&page=2&print=1");
        var total = int.Parse(
            Range().Match(screen).Groups["total"].Value.Replace(",", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.True(total > 50, $"{total} rows");
        Assert.Equal(25 + 1, Rows(screen));
        Assert.Equal(total + 1, Rows(print));
        Assert.Contains($"{total} rows", print, StringComparison.Ordinal);
        Assert.Contains("descending", print, StringComparison.Ordinal);
        Assert.Contains("Verified</strong>", print, StringComparison.Ordinal);
        Assert.Contains("Printed on", print, StringComparison.Ordinal);
        Assert.Contains("حسین جعفری", print, StringComparison.Ordinal);
        Assert.DoesNotContain("k-header", print, StringComparison.Ordinal);
        // Back to the page as it was asked for.
        Assert.Contains($"href=\"{asked}&page=2\"", print, StringComparison.Ordinal);
        // The link that leads here keeps the choice.
        Assert.Contains("f-state=Verified&sort=-name&print=1", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trade_page_says_which_flow_and_year_it_shows()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        await PaperPageTests.InEnglish(expert);
        var firm = await TradeOf.FirmOfUser(site);
        var page = await Text(expert, $"/enterprises/{firm}/trade?flow=import&print=1");
        Assert.Contains("<strong>Imports</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>All years</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    /// <summary>Paper is asked for by reading alone: an answer to a form stands in the usual frame.</summary>
    [Fact]
    public async Task A_form_is_answered_on_the_screen()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = site.Visitor();
        var answer = await Site.Post(visitor, "/sign-in?print=1", ("Email", "nobody@example.org"));
        Assert.Contains(
            "k-header",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    private static int Rows(string page) => Row().Count(page);

    private static async Task<string> Text(HttpClient visitor, string path) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(path));

    [GeneratedRegex("<tr role=\"row\">")]
    private static partial Regex Row();

    [GeneratedRegex("to (?:<bdi>)?[0-9,]+(?:</bdi>)? of (?:<bdi>)?(?<total>[0-9,]+)")]
    private static partial Regex Range();
}
