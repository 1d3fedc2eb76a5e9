namespace Karvan.Registry.Reference;

/// <summary>A prefix that several groups claim on one day.</summary>
public sealed record PrefixClaim(string Prefix, IReadOnlyList<ProductGroup> Groups);

/// <summary>What the groups of a day leave open.</summary>
/// <param name="Gaps">Chapters of the tariff without any group.</param>
/// <param name="Partly">Chapters of which only some headings have one.</param>
public sealed record ProductGroupFaults(
    IReadOnlyList<string> Gaps,
    IReadOnlyList<string> Partly,
    IReadOnlyList<PrefixClaim> Overlaps
);

/// <summary>Which group a tariff code belongs to on a day: the one with the longest prefix of it.</summary>
public sealed class ProductGroups(IReadOnlyList<ProductGroup> rows)
{
    private const int Chapter = 2;

    /// <param name="hsCode">Two digits or more.</param>
    /// <returns>Null where no group holds it, and where two claim the same prefix: nobody guesses which.</returns>
    public ProductGroup? Of(string hsCode, DateOnly day)
    {
        var best = rows.Where(g => g.HoldsOn(day))
            .SelectMany(g => g.Prefixes.Select(p => (Group: g, Prefix: p)))
            .Where(c => hsCode.StartsWith(c.Prefix, StringComparison.Ordinal))
            .GroupBy(c => c.Prefix.Length)
            .MaxBy(g => g.Key)
            ?.ToList();
        return best is [var one] ? one.Group : null;
    }

    public ProductGroupFaults Faults(DateOnly day)
    {
        var claims = rows.Where(g => g.HoldsOn(day))
            .SelectMany(g => g.Prefixes.Select(p => (Group: g, Prefix: p)))
            .ToList();
        var prefixes = claims.Select(c => c.Prefix).ToHashSet(StringComparer.Ordinal);
        var chapters = prefixes.Select(p => p[..Chapter]).ToHashSet(StringComparer.Ordinal);
        return new ProductGroupFaults(
            [.. SeedTable.Chapters.Where(c => !chapters.Contains(c))],
            [.. SeedTable.Chapters.Where(c => chapters.Contains(c) && !prefixes.Contains(c))],
            [
                .. claims
                    .GroupBy(c => c.Prefix, StringComparer.Ordinal)
                    .Where(g => g.Skip(1).Any())
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new PrefixClaim(g.Key, [.. g.Select(c => c.Group)])),
            ]
        );
    }
}
