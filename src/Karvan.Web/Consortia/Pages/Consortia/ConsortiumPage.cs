using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>A page about one consortium, which the asker must see.</summary>
public abstract class ConsortiumPage(ConsortiumSearch search) : KarvanPage
{
    public Consortium Consortium { get; private set; } = null!;

    public bool MayRecord => May(ConsortiaActs.RecordConsortium, Consortium.Subject);

    /// <returns>Null where the page goes on.</returns>
    protected async Task<IActionResult?> DenyUnlessAllowed(Guid id, Act act)
    {
        var found = await search.One(id, HttpContext.RequestAborted);
        if (found is null)
        {
            return NotFound();
        }
        Consortium = found;
        return May(act, found.SubjectFor(Actor.ActingFor)) ? null : Forbid();
    }
}
