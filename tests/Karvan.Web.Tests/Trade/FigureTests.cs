using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Karvan.Oracle;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>Every number of trade is the sum of the lines that were sent, added up from their files by the oracle.</summary>
public sealed partial class FigureTests
{
    [Fact]
    public async Task Numbers_lead_to_lines_that_add_up_to_them()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(site);
        // Some lines that do not count beside those that do.
        var counted = (await TradeOf.Lines(site, firm)).First(l => l.Counts);
        var number = await TradeOf.Number(site, firm);
        var more =
            $"{counted.At.Line.Declaration},{counted.At.Line.LineNumber},{(counted.At.Line.Import ? "import" : "export")},1401/02/03,{number},842320,IQ,100.25,10\n"
            + $"NEW1,1,export,1401/02/03,{number},842320,IQ,100.25,10\n";
        await TradeOf.Import(site, "00", more);
        var sent = (await SentLines.Of(site, TradeOf.Header + more)).Of(firm);
        var visitor = await site.SignedIn("firm");
        var filters = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flow in new[] { "export", "import" })
        {
            var page = await visitor.GetStringAsync(
                $"/enterprises/{firm}/trade?flow={flow}&figures=full"
            );
            var links = Behind().Matches(page);
            Assert.True(flow == "import" || links.Count > 10);
            foreach (var link in links.DistinctBy(l => l.Value))
            {
                var href = WebUtility.HtmlDecode(link.Groups["href"].Value);
                var asked = SentLines.Asked(href);
                filters.UnionWith(asked.Keys);
                var usd = sent.Where(l => SentLines.IsBehind(asked, l)).Sum(l => l.ValueUsd);
                var lines = Shown().Match(await visitor.GetStringAsync(href));
                Assert.Equal(
                    (href, usd, usd),
                    (
                        href,
                        Number(link.Groups["number"].Value),
                        Number(lines.Groups["number"].Value)
                    )
                );
            }
        }
        Assert.Superset(
            new HashSet<string>(["f-flow", "f-year", "f-country", "f-good", "f-band"]),
            filters
        );
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

    /// <summary>By what is read, and not by the code behind it.</summary>
    [Fact]
    public async Task Lines_stand_in_the_order_of_the_names_of_countries()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(site);
        var number = await TradeOf.Number(site, firm);
        await TradeOf.Import(
            site,
            "00",
            $"""
            ORD1,1,export,1401/02/03,{number},842320,AE,100.25,10
            ORD2,1,export,1401/02/03,{number},842320,AF,100.25,10
            ORD3,1,export,1401/02/03,{number},842320,AZ,100.25,10
            ORD4,1,export,1401/02/03,{number},842320,IQ,100.25,10

            """
        );
        var organization = await site.SignedIn("organization");
        var file = await organization.GetStringAsync(
            $"/enterprises/{firm}/trade/lines?sort=country&f-declaration=ORD&download=csv"
        );
        var names = file.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .SelectMany(l => l.Split(','))
            .Where(c => c is "امارات متحدهٔ عربی" or "افغانستان" or "جمهوری آذربایجان" or "عراق");
        Assert.Equal(["افغانستان", "امارات متحدهٔ عربی", "جمهوری آذربایجان", "عراق"], names);
    }

    [Fact]
    public async Task Firm_without_lines_is_told_why()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(site);
        var visitor = await site.SignedIn("firm");
        await TradeOf.WithdrawAll(site);
        Assert.Contains(
            "هنوز فایل گمرکی‌ای برای این استان به‌کار گرفته نشده است.",
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
            "ردیفی با شناسه‌های بالا نیست.",
            WebUtility.HtmlDecode(await visitor.GetStringAsync($"/enterprises/{firm}/trade")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ردیفی از این بنگاه نیست.",
            WebUtility.HtmlDecode(await visitor.GetStringAsync($"/enterprises/{firm}/trade/lines")),
            StringComparison.Ordinal
        );
    }

    /// <summary>By firm, by year and in the country's table, a province shows what the files say of its firms.</summary>
    [Fact]
    public async Task Province_shows_what_its_firms_add_up_to()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var organization = await site.SignedIn("organization");
        var sent = await SentLines.Of(site);
        var exports = sent.In("21").Where(l => l.Flow is Flow.Export).ToList();
        Assert.NotEmpty(exports);
        var firms = await organization.GetStringAsync("/trade/21?firms.download=csv");
        Assert.Equal(Sums(exports, sent.FirmOf), Column(firms, 1).Order());
        var years = await organization.GetStringAsync("/trade/21?years.download=csv");
        Assert.Equal(Sums(exports, l => l.Year), Column(years, 1).Order());
        var provinces = await organization.GetStringAsync("/trade?provinces.download=csv");
        Assert.Contains(exports.Sum(l => l.ValueUsd), Column(provinces, 1));
    }

    private static IEnumerable<decimal> Sums<TKey>(
        IEnumerable<TradeLine> lines,
        Func<TradeLine, TKey> by
    ) => lines.GroupBy(by).Select(g => g.Sum(l => l.ValueUsd)).Order();

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
