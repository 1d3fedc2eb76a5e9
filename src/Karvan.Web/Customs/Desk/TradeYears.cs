using Karvan.Customs.Authorization;
using Karvan.Customs.Sums;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;
using Karvan.Web.Customs.Pages.Trade;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Desk;

/// <summary>Exports by solar year: of the firm somebody acts for, or of the one province of an expert.</summary>
internal sealed class TradeYears(ExportsByYear exports, TimeProvider clock, PageTexts words)
    : IDeskFigures
{
    private const int Years = 6;

    public async Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, CustomsActs.ReadTrade))
        {
            return [];
        }
        var last = SolarDate.Year(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime));
        var years = Enumerable.Range(last - Years + 1, Years).ToList();
        if (actor.ActingFor is { } firm)
        {
            return Drawn(
                years,
                await exports.OfFirm(firm, years, cancellation),
                Links.Trade.Firm(firm)
            );
        }
        // The whole country has a page of its own; to add it up takes longer than a start page may.
        var codes = actor
            .Grants.SelectMany(g => g.Provinces.Codes)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return codes is [var province] && Decision.AllowsSome(actor, CustomsActs.ReadCustoms)
            ? Drawn(
                years,
                await exports.InProvince(province, years, cancellation),
                Links.Trade.Province(province)
            )
            : [];
    }

    /// <summary>Nothing where there was no trade.</summary>
    private IReadOnlyList<DeskFigure> Drawn(
        List<int> years,
        IReadOnlyDictionary<int, long> cents,
        string href
    )
    {
        if (cents.Count == 0)
        {
            return [];
        }
        var known = years
            .SkipWhile(y => !cents.ContainsKey(y))
            .TakeWhile(y => y <= cents.Keys.Max())
            .Select(y => (Year: y, Usd: cents.GetValueOrDefault(y) / 100m))
            .ToList();
        var units = TradeUnits.ForUsd(known.Select(k => k.Usd));
        Said Amount(decimal usd) =>
            units.Money(decimal.Round(usd / units.Usd, 1) * units.Usd, words);
        return
        [
            new(
                words["figure.exports", ("year", words.Year(known[^1].Year))],
                Amount(known[^1].Usd),
                href,
                new SmallChart(
                    words["figure.by-year"],
                    [
                        .. known.Select(k => new SmallColumn(
                            PageTexts.Name(words.Year(k.Year)),
                            k.Usd,
                            Amount(k.Usd)
                        )),
                    ]
                )
            ),
        ];
    }
}
