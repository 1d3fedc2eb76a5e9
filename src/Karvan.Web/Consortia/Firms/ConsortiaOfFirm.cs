using Karvan.Consortia;
using Karvan.Platform.Values;
using Karvan.Web.Registry.Firms;

namespace Karvan.Web.Consortia.Firms;

/// <summary>The consortia of which a firm is or was a member, or which it is itself, on the page of the firm.</summary>
internal sealed class ConsortiaOfFirm(ConsortiumSearch consortia, TimeProvider clock) : IFirmLinks
{
    private const int Most = 50;

    public async Task<FirmLinks> Find(Guid firm, CancellationToken cancellation)
    {
        var (rows, _) = await consortia
            .Rows(
                new ConsortiumQuery(Enterprise: firm),
                TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)
            )
            .Page(take: Most, cancellation: cancellation);
        return new FirmLinks(
            "consortia.of-firm",
            [.. rows.Select(c => new FirmLink(Links.Consortia.Details(c.Id), c.NameFa))]
        );
    }
}
