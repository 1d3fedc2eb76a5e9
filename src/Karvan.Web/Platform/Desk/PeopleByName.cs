using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Desk;

/// <summary>People by name, for those who read the record of changes or keep accounts.</summary>
internal sealed class PeopleByName(KarvanContext db) : INameRecords
{
    public string Kind => nameof(Person);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        Decision.AllowsSome(actor, PlatformActs.ReadAudit)
            ? await db
                .Users.Where(p => ids.Contains(p.Id))
                .Select(p => new { p.Id, p.FullName })
                .ToDictionaryAsync(p => p.Id, p => PageTexts.Name(p.FullName), cancellation)
            : new Dictionary<Guid, Said>();

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) => db.Users.Sought(sought, r => r.Id, word => r => r.SearchKey.Contains(word), cancellation);
}
