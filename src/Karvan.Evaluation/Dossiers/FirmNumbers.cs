using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>The numbers of a firm.</summary>
/// <param name="Exporter">By which it stands in results: the one in force; of several the first that it had.</param>
/// <param name="All">Every number that it is or was known by: customs lines may bear any of them.</param>
internal sealed record FirmNumbers(string Exporter, IReadOnlyList<string> All)
{
    /// <exception cref="KeyNotFoundException">The firm is none, or has neither a legal id nor a national code.</exception>
    public static async Task<FirmNumbers> Of(
        KarvanContext db,
        Guid firm,
        CancellationToken cancellation
    ) => (await Read(db.Set<OutsideId>().Where(o => o.EnterpriseId == firm), cancellation))[firm];

    /// <summary>Of many firms with one question.</summary>
    public static Task<IReadOnlyDictionary<Guid, FirmNumbers>> OfAll(
        KarvanContext db,
        IQueryable<Guid> firms,
        CancellationToken cancellation
    ) => Read(db.Set<OutsideId>().Where(o => firms.Contains(o.EnterpriseId)), cancellation);

    private static async Task<IReadOnlyDictionary<Guid, FirmNumbers>> Read(
        IQueryable<OutsideId> known,
        CancellationToken cancellation
    ) =>
        (await known.AsNoTracking().ToListAsync(cancellation))
            .GroupBy(o => o.EnterpriseId)
            .Select(of => (of.Key, Own: of.Where(IsOwn).ToList(), All: of.Select(o => o.Number)))
            .Where(of => of.Own.Count > 0)
            .ToDictionary(
                of => of.Key,
                of => new FirmNumbers(
                    of.Own.OrderBy(o => o.To is null ? 0 : 1).ThenBy(o => o.From).First().Number,
                    [.. of.All.Distinct(StringComparer.Ordinal)]
                )
            );

    private static bool IsOwn(OutsideId id) =>
        id.Kind is OutsideIdKind.LegalId or OutsideIdKind.NationalCode;
}
