using System.Linq.Expressions;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Sums;

/// <summary>The sums of a province are made anew when what counts changes, or whose it is.</summary>
public sealed class SumsFollow(KarvanContext db, TimeProvider clock)
    : IReact<EnterpriseRegistered>,
        IReact<EnterpriseMoved>,
        IReact<CustomsImportDecided>,
        IReact<CustomsLineAdjusted>
{
    public Task React(EnterpriseRegistered happened, CancellationToken cancellation) =>
        AskAgain(happened.Firm.Province, cancellation);

    public async Task React(EnterpriseMoved happened, CancellationToken cancellation)
    {
        string[] own = [happened.Before.Province!, happened.Firm.Province];
        var given = await Given(a => a.EnterpriseId == happened.Firm.Id, cancellation);
        foreach (var province in own.Union(given, StringComparer.Ordinal))
        {
            await AskAgain(province, cancellation);
        }
    }

    public async Task React(CustomsImportDecided happened, CancellationToken cancellation)
    {
        var province = happened.Import.Province;
        await Ask(province, cancellation);
        if (province is not null)
        {
            // Lines of its file may count for firms of other provinces.
            foreach (
                var other in (await Given(a => a.Province == province, cancellation)).Where(p =>
                    p != province
                )
            )
            {
                await Ask(other, cancellation);
            }
        }
    }

    public async Task React(CustomsLineAdjusted happened, CancellationToken cancellation)
    {
        foreach (
            var province in happened
                .Elsewhere.Prepend(happened.Adjustment)
                .Select(a => a.Province)
                .Distinct(StringComparer.Ordinal)
        )
        {
            await Ask(province, cancellation);
        }
    }

    /// <summary>The provinces in which lines count that decisions took from elsewhere.</summary>
    private async Task<IReadOnlyList<string>> Given(
        Expression<Func<CustomsAdjustment, bool>> from,
        CancellationToken cancellation
    )
    {
        var all = db.CustomsAdjustments.IgnoreQueryFilters();
        return await all.Where(a => a.WithdrawnAt == null && a.After == null)
            .Where(from)
            .Join(all, a => a.CounterpartId, other => other.Id, (_, other) => other.Province)
            .Distinct()
            .ToListAsync(cancellation);
    }

    private Task AskAgain(string province, CancellationToken cancellation) =>
        TradeSums.AskAgain(db, province, clock.GetUtcNow().UtcDateTime, cancellation);

    private Task Ask(string? province, CancellationToken cancellation) =>
        TradeSums.Ask(db, province, clock.GetUtcNow().UtcDateTime, cancellation);
}
