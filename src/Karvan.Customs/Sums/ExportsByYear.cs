using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Sums;

/// <summary>Exports of a few solar years from the sums that were made last. Whoever asks must have been allowed to read the trade.</summary>
public sealed class ExportsByYear(KarvanContext db)
{
    /// <summary>Cents of a firm's exports, as the sums of its province have them; years without any are not there.</summary>
    public async Task<IReadOnlyDictionary<int, long>> OfFirm(
        Guid enterprise,
        IReadOnlyCollection<int> years,
        CancellationToken cancellation = default
    )
    {
        var code = enterprise.ToString();
        return await (
            from firm in db.Enterprises
            join state in db.Set<TradeSumState>() on firm.Province equals state.Province
            join sum in db.Set<TradeSum>()
                on new { state.Province, state.Generation } equals new
                {
                    sum.Province,
                    sum.Generation,
                }
            where
                firm.Id == enterprise
                && sum.Kind == SumKind.Firm
                && !sum.IsImport
                && years.Contains(sum.SolarYear)
                && sum.Code == code
            select new { sum.SolarYear, sum.ValueCents }
        ).ToDictionaryAsync(s => s.SolarYear, s => s.ValueCents, cancellation);
    }

    /// <summary>Cents of a province's exports; years without any are not there.</summary>
    public async Task<IReadOnlyDictionary<int, long>> InProvince(
        string province,
        IReadOnlyCollection<int> years,
        CancellationToken cancellation = default
    ) =>
        await (
            from state in db.Set<TradeSumState>()
            join sum in db.Set<TradeSum>()
                on new { state.Province, state.Generation } equals new
                {
                    sum.Province,
                    sum.Generation,
                }
            where
                state.Province == province
                && sum.Kind == SumKind.Country
                && !sum.IsImport
                && years.Contains(sum.SolarYear)
            group sum.ValueCents by sum.SolarYear into year
            select new { Year = year.Key, Cents = year.Sum() }
        ).ToDictionaryAsync(s => s.Year, s => s.Cents, cancellation);
}
