using Karvan.Platform.Authorization;
using Karvan.Registry.Claims;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Registry.Desk;

/// <summary>Claims to firms, by who makes them and to what.</summary>
internal sealed class ClaimsByPerson(ClaimSearch search, PageTexts words) : INameRecords
{
    public string Kind => nameof(FirmClaim);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        (await search.Of(ids, cancellation)).ToDictionary(
            c => c.Id,
            c => words["work.claim", ("person", c.Person), ("firm", c.Firm)]
        );
}
