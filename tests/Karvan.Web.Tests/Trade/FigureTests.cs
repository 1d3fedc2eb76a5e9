using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>Every number of a firm's trade is the sum of the lines it leads to.</summary>
public sealed partial class FigureTests
{
    [OnBothDatabases]
    [Theory]
    public async Task Numbers_lead_to_lines_that_add_up_to_them(Provider provider)
    {
        await using var site = await Site.On(provider);
        var firm = await TradeOf.FirmOfUser(site);
        // Some lines that do not count beside those that do.
        var counted = (await TradeOf.Lines(site, firm)).First(l => l.Counts);
        var number = await TradeOf.Number(site, firm);
        await TradeOf.Import(
            site,
            "00",
            $"{counted.At.Line.Declaration},{counted.At.Line.LineNumber},{(counted.At.Line.Import ? "import" : "export")},1401/02/03,{number},842320,IQ,100.25,10\n"
                + $"NEW1,1,export,1401/02/03,{number},842320,IQ,100.25,10\n"
        );
        var visitor = await site.SignedIn("firm");
        foreach (var flow in new[] { "export", "import" })
        {
            var page = await visitor.GetStringAsync($"/enterprises/{firm}/trade?flow={flow}");
            var links = Behind().Matches(page);
            Assert.True(flow == "import" || links.Count > 10);
            foreach (var link in links.DistinctBy(l => l.Value))
            {
                var lines = await visitor.GetStringAsync(
                    WebUtility.HtmlDecode(link.Groups["href"].Value)
                );
                var sum = Shown().Match(lines);
                Assert.Equal(
                    (link.Groups["href"].Value, Number(link.Groups["number"].Value)),
                    (link.Groups["href"].Value, Number(sum.Groups["number"].Value))
                );
            }
        }
        var whole = await visitor.GetStringAsync($"/enterprises/{firm}/trade");
        Assert.Contains("f-state=Conflict", whole, StringComparison.Ordinal);
        var conflicts = await visitor.GetStringAsync(
            $"/enterprises/{firm}/trade/lines?f-state=Conflict"
        );
        Assert.Equal(0, Number(Shown().Match(conflicts).Groups["number"].Value));
        var file = await visitor.GetStringAsync(
            $"/enterprises/{firm}/trade/lines?f-state=Conflict&download=csv"
        );
        Assert.Equal(3, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Tables_come_as_files()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        foreach (
            var path in new[]
            {
                "/trade?provinces.download=csv",
                "/trade/00?firms.download=csv",
                "/trade/00?goods.download=xlsx",
                $"/enterprises/{await TradeOf.FirmOfUser(site)}/trade?years.download=csv",
            }
        )
        {
            var answer = await organization.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await organization.GetAsync("/trade/99")).StatusCode
        );
    }

    [Fact]
    public async Task Firm_without_lines_is_told_why()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(site);
        var visitor = await site.SignedIn("firm");
        await TradeOf.WithdrawAll(site);
        Assert.Contains(
            "هیچ فایل گمرکی برای این استان تأیید نشده است.",
            WebUtility.HtmlDecode(await visitor.GetStringAsync($"/enterprises/{firm}/trade")),
            StringComparison.Ordinal
        );
        var other = await site.FirmOf("00", Karvan.Registry.Firms.VerificationState.Waiting);
        await TradeOf.Import(
            site,
            "00",
            $"NEW1,1,export,1401/02/03,{await TradeOf.Number(site, other)},842320,IQ,100.25,10\n"
        );
        Assert.Contains(
            "ردیفی با شماره‌های بالا نیست.",
            WebUtility.HtmlDecode(await visitor.GetStringAsync($"/enterprises/{firm}/trade")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ردیفی از این بنگاه نیست.",
            WebUtility.HtmlDecode(await visitor.GetStringAsync($"/enterprises/{firm}/trade/lines")),
            StringComparison.Ordinal
        );
    }

    /// <summary>The sums of the country are those of its provinces, and a province's those of its firms' lines.</summary>
    [Fact]
    public async Task Province_shows_what_its_firms_add_up_to()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        var firms = await organization.GetStringAsync("/trade/21?firms.download=csv");
        var years = await organization.GetStringAsync("/trade/21?years.download=csv");
        var byFirm = Column(firms, 1).Sum();
        Assert.True(byFirm > 0);
        Assert.Equal(byFirm, Column(years, 1).Sum());
        var provinces = await organization.GetStringAsync("/trade?provinces.download=csv");
        Assert.Contains(byFirm, Column(provinces, 1));
    }

    private static IEnumerable<decimal> Column(string csv, int column) =>
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(l => decimal.Parse(l.Split(',')[column], CultureInfo.InvariantCulture));

    private static decimal Number(string shown) =>
        decimal.Parse(
            string.Concat(
                WebUtility
                    .HtmlDecode(shown)
                    .Select(c =>
                        c is >= '۰' and <= '۹' ? (char)('0' + (c - '۰'))
                        : c == '٫' ? '.'
                        : c
                    )
                    .Where(c => char.IsAsciiDigit(c) || c == '.')
            ),
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(
        "href=\"(?<href>[^\"]*/trade/lines\\?f-flow[^\"]*)\"[^>]*><bdi>(?<number>[^<]*)</bdi>"
    )]
    private static partial Regex Behind();

    [GeneratedRegex("id=\"sum\">(?:.*?<bdi>(?<number>[^<]*)</bdi>)", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
