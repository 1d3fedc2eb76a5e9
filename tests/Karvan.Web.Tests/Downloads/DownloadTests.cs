using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Xunit;

namespace Karvan.Web.Tests.Downloads;

/// <summary>
/// Every table that any page of the routes offers as a file, read back by programs of other people: cell by cell what
/// the same table says as CSV.
/// </summary>
public sealed partial class DownloadTests
{
    private const string Formulas = "=+-@\t\r";

    [Fact]
    public async Task Every_workbook_opens_in_other_programs_and_says_what_the_csv_says()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var found = new List<string>();
        var tables = 0;
        await foreach (var (link, visitor) in Links(site))
        {
            var csv = Readers.Csv(await visitor.GetByteArrayAsync(link.Replace(Xlsx, Csv)));
            var workbook = await visitor.GetByteArrayAsync(link);
            Compare(found, $"{link} in NPOI", csv, Readers.Npoi(workbook));
            if (await Readers.Gnumeric(workbook) is { } sheet)
            {
                Compare(found, $"{link} in Gnumeric", csv, sheet);
            }
            tables++;
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.True(tables > 20, $"{tables} tables were found.");
        Assert.SkipWhen(!Readers.HasGnumeric, "Read back by NPOI alone: there is no Gnumeric.");
    }

    [Fact]
    public void A_cell_that_says_something_else_is_told()
    {
        var found = new List<string>();
        Compare(
            found,
            "x",
            [
                ["a", "'=1", "2.50"],
            ],
            [
                ["a", "=1", "2.5"],
            ]
        );
        Assert.Empty(found);
        Compare(
            found,
            "x",
            [
                ["a"],
                ["b"],
            ],
            [
                ["a"],
                ["c"],
            ]
        );
        Compare(
            found,
            "x",
            [
                ["a", "b"],
            ],
            [
                ["a"],
            ]
        );
        Compare(
            found,
            "y",
            [
                ["030799", "12345678901234567"],
            ],
            [
                ["30799", "12345678901234568"],
            ]
        );
        Assert.Equal(
            [
                "x, row 2: 'c' for 'b'",
                "x, row 1: 'a' for 'a|b'",
                "y, row 1: '30799|12345678901234568' for '030799|12345678901234567'",
            ],
            found
        );
    }

    private static async IAsyncEnumerable<(string Link, HttpClient Visitor)> Links(Site site)
    {
        var addresses = await RouteTable.Addresses(site);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var group in RouteTable
                .Entries.Where(e => e.Get.First is not null)
                .ToLookup(e => e.Get.First!, StringComparer.Ordinal)
        )
        {
            var visitor =
                group.Key == Visitors.Public ? site.Visitor() : await site.SignedIn(group.Key);
            foreach (var entry in group)
            {
                var answer = await visitor.GetAsync(addresses(entry.Path));
                if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
                {
                    continue;
                }
                var page = await answer.Content.ReadAsStringAsync();
                foreach (Match match in Download().Matches(page))
                {
                    var link = WebUtility.HtmlDecode(match.Groups["link"].Value);
                    if (seen.Add(link))
                    {
                        yield return (link, visitor);
                    }
                }
            }
        }
    }

    private static void Compare(
        List<string> found,
        string where,
        IReadOnlyList<string[]> expected,
        IReadOnlyList<string[]> rows
    )
    {
        if (rows.Count != expected.Count)
        {
            found.Add($"{where}: {rows.Count} rows for {expected.Count}");
            return;
        }
        for (var i = 0; i < rows.Count; i++)
        {
            if (!Trimmed(rows[i]).SequenceEqual(Trimmed(expected[i]), StringComparer.Ordinal))
            {
                found.Add(
                    $"{where}, row {i + 1}: '{string.Join('|', rows[i])}' for '{string.Join('|', expected[i])}'"
                );
                return;
            }
        }
    }

    /// <summary>A workbook does not say how many empty cells end a row, CSV guards formulas, and a spreadsheet's number has 15 digits.</summary>
    private static IEnumerable<string> Trimmed(string[] row) =>
        row.Select(Plain).Reverse().SkipWhile(c => c.Length == 0).Reverse();

    private static string Plain(string cell)
    {
        var text = cell is ['\'', var first, ..] && Formulas.Contains(first) ? cell[1..] : cell;
        return Number().IsMatch(text)
            ? double.Parse(text, CultureInfo.InvariantCulture)
                .ToString("G15", CultureInfo.InvariantCulture)
            : text.ReplaceLineEndings("\n");
    }

    private const string Xlsx = "download=xlsx";
    private const string Csv = "download=csv";

    /// <summary>Not 0307 nor a long id: whoever takes these for numbers loses their zeros or their end.</summary>
    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})([.][0-9]+)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex Number();

    [GeneratedRegex("""href="(?<link>[^"]*download=xlsx[^"]*)" """)]
    private static partial Regex Download();
}
