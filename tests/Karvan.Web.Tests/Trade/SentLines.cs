using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Oracle;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Tests.Words;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Tests.Trade;

/// <summary>
/// What the files from customs say, read by the oracle and added up here: no line and no sum of it comes from the engine.
/// A line that stands twice counts once, and two that differ under one number count not at all.
/// </summary>
internal sealed class SentLines
{
    private static readonly Technology Bands = new(
        Path.Combine(PageSources.Root, "rulebooks/exemplary-exporter/tables/technology.csv"),
        new Readings(new Dictionary<string, string>(StringComparer.Ordinal))
    );

    private readonly IReadOnlyList<TradeLine> counting;
    private readonly IReadOnlyDictionary<string, (Guid Firm, string Province)> firms;

    private SentLines(
        IEnumerable<TradeLine> sent,
        IReadOnlyDictionary<string, (Guid, string)> firms
    )
    {
        this.firms = firms;
        counting =
        [
            .. sent.Where(l => firms.ContainsKey(l.ExporterId))
                .GroupBy(l => (l.Flow, l.DeclarationNo, l.LineNo))
                .Where(same => same.Distinct().Count() == 1)
                .Select(same => same.First()),
        ];
    }

    /// <param name="more">Files that were sent besides that of the demo.</param>
    public static async Task<SentLines> Of(Site site, params string[] more)
    {
        var demo = await site.Ask(db =>
            db.CustomsImports.Where(i => i.Province == null).Select(i => i.Id).FirstAsync()
        );
        var organization = await site.SignedIn("organization");
        string[] files = [await organization.GetStringAsync($"/customs/{demo}/file"), .. more];
        var numbers = await site.Ask(Numbers);
        return new SentLines(files.SelectMany(Read), numbers);
    }

    public Guid FirmOf(TradeLine line) => firms[line.ExporterId].Firm;

    public IReadOnlyList<TradeLine> Of(Guid firm) => [.. counting.Where(l => FirmOf(l) == firm)];

    public IEnumerable<TradeLine> In(string province) =>
        counting.Where(l => firms[l.ExporterId].Province == province);

    /// <summary>The filters of a link to lines, read from its address.</summary>
    public static Dictionary<string, string> Asked(string href) =>
        QueryHelpers
            .ParseQuery(href[href.IndexOf('?', StringComparison.Ordinal)..])
            .ToDictionary(q => q.Key, q => $"{q.Value}", StringComparer.Ordinal);

    /// <summary>Whether a line is one of those that a link leads to.</summary>
    public static bool IsBehind(IReadOnlyDictionary<string, string> asked, TradeLine line) =>
        asked.All(filter =>
            filter switch
            {
                ("f-flow", var flow) => flow == (line.Flow is Flow.Export ? "export" : "import"),
                ("f-year", var year) => year == $"{line.Year}",
                ("f-country", var country) => country == line.Country,
                ("f-good", var good) => good == line.Hs6,
                ("f-band", var band) => band == Bands.Band(line.Hs6),
                ("f-state", var state) => state == "Counts",
                _ => throw new InvalidOperationException($"No such filter: {filter.Key}."),
            }
        );

    private static Task<Dictionary<string, (Guid, string)>> Numbers(KarvanContext db) =>
        db
            .Enterprises.SelectMany(
                e => e.OutsideIds,
                (e, o) =>
                    new
                    {
                        o.Number,
                        e.Id,
                        e.Province,
                    }
            )
            .ToDictionaryAsync(n => n.Number, n => (n.Id, n.Province), StringComparer.Ordinal);

    private static List<TradeLine> Read(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return [.. DeclarationFiles.GoodLines(file)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
