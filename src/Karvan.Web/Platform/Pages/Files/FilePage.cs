using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Files;

/// <summary>
/// What all pages of a file ask: is there one that the asker sees, and may they do to its owner what reading it takes?
/// Which act that is, only the file knows; so the pages themselves open to everybody.
/// </summary>
public abstract class FilePage(ReadFile read) : KarvanPage
{
    public Attachment Attached { get; private set; } = null!;

    /// <returns>Null when the file may be read; where nobody is signed in, first that.</returns>
    protected async Task<IActionResult?> DenyUnlessAllowed(Guid id)
    {
        var found = await read.Find(id, HttpContext.RequestAborted);
        if (found is not null && May(ModuleCatalog.Act(found.ReadAct), found.Subject))
        {
            Attached = found;
            return null;
        }
        return Actor.PersonId is null ? Challenge() : NotFound();
    }

    /// <summary>The bytes, once the reading is noted; a file that is held back leads to the page that says so.</summary>
    protected async Task<IActionResult> Answer(Guid id, bool inline)
    {
        if (await DenyUnlessAllowed(id) is { } refusal)
        {
            return refusal;
        }
        var type = Attached.Content.Type;
        if (inline && !type.IsShownAsImage() && type is not FileType.Pdf)
        {
            return NotFound();
        }
        var done = await read.Run(id, HttpContext.RequestAborted);
        return done.Done
            ? new FileAnswer(done.Value, read, inline)
            : Redirect(Links.Files.View(id));
    }
}
