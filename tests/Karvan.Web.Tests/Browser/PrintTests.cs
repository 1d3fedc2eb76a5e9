using Karvan.Platform.Papers;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Trade;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>What comes out of the printer: pages of PDF as Chromium makes them, read by a library of its own.</summary>
public sealed class PrintTests(Chromium chromium, PrintTests.House house)
    : IClassFixture<PrintTests.House>
{
    /// <summary>Points: a millimetre inside the paper's edge.</summary>
    private const double Edge = 3;

    /// <summary>A phone prints what a desk prints: the rows are no cards on paper.</summary>
    [Theory]
    [InlineData("en", 1440)]
    [InlineData("fa", 390)]
    public async Task A_trade_page_is_printed_with_all_columns_the_choice_and_the_day(
        string language,
        int width
    )
    {
        var site = house.Site;
        var firm = await TradeOf.FirmOfUser(site);
        await using var visited = await Visit("expert", language, width);
        using var pdf = await Print(visited, $"/enterprises/{firm}/trade?flow=export&print=1");
        var texts = pdf.GetPages().Select(p => p.Text).ToList();
        var all = string.Join('\n', texts);
        var today = SolarDate.Text(TehranTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime));
        var lines = await TradeOf.Lines(site, firm);
        var goods = lines
            .Where(l => l.Counts && !l.At.Line.Import)
            .Select(l => l.At.Line.HsCode[..6])
            .Distinct()
            .ToList();
        Assert.NotEmpty(goods);
        Assert.All(goods, good => Assert.Contains(good, Plain(all), StringComparison.Ordinal));
        Assert.Contains(today, Plain(all), StringComparison.Ordinal);
        if (language == "en")
        {
            foreach (
                var column in new[] { "Country", "HS chapter", "Technology band", "Share", "Lines" }
            )
            {
                Assert.Contains(column, all, StringComparison.Ordinal);
            }
            Assert.Contains("Exports", all, StringComparison.Ordinal);
            Assert.Contains("Printed by", all, StringComparison.Ordinal);
        }
        AssertWhole(pdf, language);
        Assert.DoesNotContain("http", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_table_lies_lengthwise()
    {
        var firm = await TradeOf.FirmOfUser(house.Site);
        await using var visited = await Visit("expert", "en", 390);
        using var pdf = await Print(visited, $"/enterprises/{firm}/trade/lines?print=1");
        Assert.All(pdf.GetPages(), p => Assert.True(p.Width > p.Height, $"{p.Width} x {p.Height}"));
        AssertWhole(pdf, "en");
    }

    [Fact]
    public async Task A_long_table_has_its_titles_on_each_sheet()
    {
        await using var visited = await Visit("organization", "en", 390);
        using var pdf = await Print(visited, "/enterprises?print=1");
        Assert.True(pdf.NumberOfPages > 5, $"{pdf.NumberOfPages} sheets");
        Assert.All(
            pdf.GetPages(),
            p => Assert.Contains("Province", p.Text, StringComparison.Ordinal)
        );
        AssertWhole(pdf, "en");
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task An_official_paper_stands_on_its_letterhead(string language)
    {
        var site = house.Site;
        var paper = await site.Ask(db =>
            db.OfficialPapers.FirstAsync(p => p.State == PaperState.Numbered)
        );
        await using var visited = await Visit("expert", language, 1440);
        using var pdf = await Print(visited, $"/papers/{paper.Id}/print");
        AssertWhole(pdf, "fa");
        var all = Plain(string.Concat(pdf.GetPages().Select(p => p.Text)));
        // Whatever the reader's language, the paper is in its own: solar days and Persian digits.
        Assert.Contains(SolarDate.Text(paper.Day!.Value), all, StringComparison.Ordinal);
        Assert.Contains(paper.Fingerprint!, all, StringComparison.Ordinal);
        Assert.Contains("021-00000000", all, StringComparison.Ordinal);
    }

    private async Task<VisitedPage> Visit(string account, string language, int width)
    {
        var visitor = await chromium.Visitor(house.Address, language, "dark", width);
        var visited = new VisitedPage(visitor, await visitor.NewPageAsync());
        await visited.Page.GotoAsync("/stand-in");
        await visited.Page.Locator($"button[value='{account}']").Go();
        return visited;
    }

    private static async Task<PdfDocument> Print(VisitedPage visited, string path)
    {
        var answer = await visited.Page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        var pdf = await visited.Page.PdfAsync(
            new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }
        );
        Assert.Empty(visited.Complaints);
        if (Environment.GetEnvironmentVariable("KARVAN_PRINTED") is { Length: > 0 } folder)
        {
            var name = string.Concat(path.Where(char.IsLetterOrDigit).TakeLast(30));
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{name}-{Guid.NewGuid():n}.pdf"),
                pdf
            );
        }
        return PdfDocument.Open(pdf);
    }

    /// <summary>Nothing is cut off at an edge, and each sheet says which it is.</summary>
    /// <param name="language">Of the paper: Persian numbers its sheets from right to left.</param>
    private static void AssertWhole(PdfDocument pdf, string language)
    {
        var cut = pdf.GetPages()
            .SelectMany(p => p.Letters.Where(l => IsOutside(l, p)).Select(l => (p.Number, l.Value)))
            .ToList();
        Assert.Empty(cut);
        Assert.All(
            pdf.GetPages(),
            p =>
                Assert.Contains(
                    language == "fa"
                        ? $"{pdf.NumberOfPages} / {p.Number}"
                        : $"{p.Number} / {pdf.NumberOfPages}",
                    Plain(p.Text),
                    StringComparison.Ordinal
                )
        );
    }

    private static bool IsOutside(Letter letter, Page page) =>
        letter.BoundingBox.Left < Edge
        || letter.BoundingBox.Right > page.Width - Edge
        || letter.BoundingBox.Bottom < Edge
        || letter.BoundingBox.Top > page.Height - Edge;

    private static string Plain(string text) => PersianText.LatinDigits(text);

    /// <summary>One site for all of them, listening from the beginning.</summary>
    public sealed class House : IAsyncLifetime
    {
        internal Site Site { get; private set; } = null!;

        internal string Address { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Site = await Site.On(Provider.Sqlite);
            Address = Site.Listen();
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
