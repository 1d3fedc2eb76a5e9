using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Search;

/// <summary>Accounts by name or address, among those an administrator may keep.</summary>
internal sealed class FindPeople(PeopleSearch search) : IFindRecords
{
    public async Task<FoundRecords?> Find(
        Actor actor,
        SoughtWords sought,
        CancellationToken cancellation
    )
    {
        if (!Decision.AllowsSome(actor, PlatformActs.ManageGrants))
        {
            return null;
        }
        var (rows, total) = await search
            .Rows(actor, new PeopleQuery(sought.Text))
            .Page(0, FoundRecords.Most, cancellation);
        return total == 0
            ? null
            : new FoundRecords(
                "people.title",
                [
                    .. rows.Select(p => new FoundRecord(
                        PageTexts.Name(p.FullName),
                        Links.People.Details(p.Id),
                        PageTexts.Name(p.Email)
                    )),
                ],
                total,
                sought.In(Links.People.Index, "f-name")
            );
    }
}
