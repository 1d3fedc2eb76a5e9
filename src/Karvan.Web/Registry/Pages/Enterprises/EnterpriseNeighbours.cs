using Karvan.Platform.Values;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Web.Registry.Firms;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>What stands around one firm, as far as the asker may see it.</summary>
/// <param name="Links">What later modules show of the firm.</param>
/// <param name="Duplicates">Likely twins, for the expert who may merge them.</param>
/// <param name="Hidden">How many more there are among firms that this expert may not see.</param>
public sealed record Neighbours(
    Guid Firm,
    EnterpriseSize? Size,
    RelatedFirm? Successor,
    IReadOnlyList<RelatedFirm> Predecessors,
    IReadOnlyList<FirmLinks> Links,
    IReadOnlyList<DuplicatePair> Duplicates,
    int Hidden
);

/// <summary>Gathers what the page of a firm shows beside the firm itself.</summary>
public sealed class EnterpriseNeighbours(
    ReferenceShelf shelf,
    Successions successions,
    IEnumerable<IFirmLinks> links,
    DuplicateSearch duplicates,
    TimeProvider clock
)
{
    /// <param name="expert">Whether the asker may merge this firm with another.</param>
    public async Task<Neighbours> Of(
        Enterprise firm,
        bool expert,
        CancellationToken cancellation = default
    )
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var sizes = await shelf.Sizes(cancellation);
        var (successor, predecessors) = await successions.Around(firm, cancellation);
        var beside = new List<FirmLinks>();
        foreach (var part in links)
        {
            beside.Add(await part.Find(firm.Id, cancellation));
        }
        var (pairs, hidden) = expert ? await duplicates.Of(firm.Id, cancellation) : ([], 0);
        return new Neighbours(
            firm.Id,
            sizes.Of(firm.Employees, today),
            successor,
            predecessors,
            beside,
            pairs,
            hidden
        );
    }
}
