using Karvan.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Customs;

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

    /// <summary>Exports of each province by year.</summary>
    public async Task<IReadOnlyList<(string Province, int SolarYear, long ValueCents)>> Provinces(
        CancellationToken cancellation = default
    ) =>
        [
            .. (
                await Seen(null)
                    .Where(s => s.Kind == SumKind.Country && !s.IsImport)
                    .GroupBy(s => new { s.Province, s.SolarYear })
                    .Select(g => new
                    {
                        g.Key.Province,
                        g.Key.SolarYear,
                        Cents = g.Sum(s => s.ValueCents),
                    })
                    .ToListAsync(cancellation)
            ).Select(s => (s.Province, s.SolarYear, s.Cents)),
        ];

    private IQueryable<TradeSum> Seen(string? province) =>
        from sum in db.Set<TradeSum>().AsNoTracking()
        join state in db.Set<TradeSumState>()
            on new { sum.Province, sum.Generation } equals new { state.Province, state.Generation }
        where province == null || sum.Province == province
        select sum;
}
