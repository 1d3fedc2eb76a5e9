using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Sums;

/// <summary>A sum over provinces.</summary>
public sealed record TradeTotal(
    SumKind Kind,
    bool Import,
    int SolarYear,
    string Code,
    long Lines,
    long ValueCents,
    long WeightGrams
);

/// <summary>What a province trades of one good with one country.</summary>
public sealed record GoodsTotal(string Province, string Country, string Good, TradeTotal Sum);

/// <summary>What a firm adds up to.</summary>
public sealed record FirmTotal(
    Guid Id,
    string NameFa,
    long Lines,
    long ValueCents,
    long WeightGrams
);

/// <summary>A province's trade, or the country's, from the sums that were made last.</summary>
public sealed class ProvinceTrade(KarvanContext db)
{
    /// <summary>How fresh the sums are; none for a province that never had an import.</summary>
    /// <param name="province">Null for every one.</param>
    public Task<List<TradeSumState>> States(
        string? province,
        CancellationToken cancellation = default
    ) =>
        db.Set<TradeSumState>()
            .AsNoTracking()
            .Where(s => province == null || s.Province == province)
            .ToListAsync(cancellation);

    /// <summary>Sums of a kind by flow, year and code; over all provinces for the country.</summary>
    public async Task<IReadOnlyList<TradeTotal>> Of(
        string? province,
        SumKind kind,
        CancellationToken cancellation = default
    ) =>
        await Seen(province)
            .Where(s => s.Kind == kind)
            .GroupBy(s => new
            {
                s.IsImport,
                s.SolarYear,
                s.Code,
            })
            .Select(g => new TradeTotal(
                kind,
                g.Key.IsImport,
                g.Key.SolarYear,
                g.Key.Code,
                g.Sum(s => s.Lines),
                g.Sum(s => s.ValueCents),
                g.Sum(s => s.WeightGrams)
            ))
            .ToListAsync(cancellation);

    /// <summary>Sums by country and good together, of one country or of goods that begin with some digits.</summary>
    /// <param name="country">Null for all.</param>
    /// <param name="good">Two to six digits; null for all.</param>
    public async Task<IReadOnlyList<GoodsTotal>> Together(
        string? province,
        string? country,
        string? good,
        CancellationToken cancellation = default
    )
    {
        // Two letters of the country, then six digits: neither has a sign that LIKE reads.
        var pattern = $"{country ?? "__"}{good}%";
        var sums = await Seen(province)
            .Where(s => s.Kind == SumKind.CountryGoods && EF.Functions.Like(s.Code, pattern))
            .GroupBy(s => new
            {
                s.Province,
                s.IsImport,
                s.SolarYear,
                s.Code,
            })
            .Select(g => new
            {
                g.Key,
                Lines = g.Sum(s => s.Lines),
                Cents = g.Sum(s => s.ValueCents),
                Grams = g.Sum(s => s.WeightGrams),
            })
            .ToListAsync(cancellation);
        return sums.ConvertAll(s => new GoodsTotal(
            s.Key.Province,
            s.Key.Code[..2],
            s.Key.Code[2..],
            new TradeTotal(
                SumKind.CountryGoods,
                s.Key.IsImport,
                s.Key.SolarYear,
                s.Key.Code,
                s.Lines,
                s.Cents,
                s.Grams
            )
        ));
    }

    /// <summary>The firms of the largest value in a flow, with their names; as far as the asker may see them.</summary>
    /// <param name="year">Null for all.</param>
    public async Task<IReadOnlyList<FirmTotal>> Firms(
        string? province,
        bool import,
        int? year,
        int most,
        CancellationToken cancellation = default
    )
    {
        var sums = await Seen(province)
            .Where(s =>
                s.Kind == SumKind.Firm
                && s.IsImport == import
                && (year == null || s.SolarYear == year)
            )
            .GroupBy(s => s.Code)
            .Select(g => new
            {
                Code = g.Key,
                Lines = g.Sum(s => s.Lines),
                Cents = g.Sum(s => s.ValueCents),
                Grams = g.Sum(s => s.WeightGrams),
            })
            .OrderByDescending(s => s.Cents)
            .ThenBy(s => s.Code)
            .Take(most)
            .ToListAsync(cancellation);
        var ids = sums.ConvertAll(s => Guid.Parse(s.Code));
        var names = await db
            .Enterprises.AsNoTracking()
            .Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, e.NameFa })
            .ToDictionaryAsync(e => e.Id, e => e.NameFa, cancellation);
        return
        [
            .. sums.Select(s => (Sum: s, Id: Guid.Parse(s.Code)))
                .Where(s => names.ContainsKey(s.Id))
                .Select(s => new FirmTotal(
                    s.Id,
                    names[s.Id],
                    s.Sum.Lines,
                    s.Sum.Cents,
                    s.Sum.Grams
                )),
        ];
    }

    /// <summary>Each province's trade by flow and year; <see cref="TradeTotal.Code"/> is the province.</summary>
    public async Task<IReadOnlyList<TradeTotal>> Provinces(
        CancellationToken cancellation = default
    ) =>
        await Seen(null)
            .Where(s => s.Kind == SumKind.Country)
            .GroupBy(s => new
            {
                s.IsImport,
                s.SolarYear,
                s.Province,
            })
            .Select(g => new TradeTotal(
                SumKind.Country,
                g.Key.IsImport,
                g.Key.SolarYear,
                g.Key.Province,
                g.Sum(s => s.Lines),
                g.Sum(s => s.ValueCents),
                g.Sum(s => s.WeightGrams)
            ))
            .ToListAsync(cancellation);

    private IQueryable<TradeSum> Seen(string? province) =>
        from sum in db.Set<TradeSum>().AsNoTracking()
        join state in db.Set<TradeSumState>()
            on new { sum.Province, sum.Generation } equals new { state.Province, state.Generation }
        where province == null || sum.Province == province
        select sum;
}
