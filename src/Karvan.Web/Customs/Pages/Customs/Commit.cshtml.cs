using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Puts an import in force, beside the others or in the place of one.</summary>
[Asks(nameof(CustomsActs.ImportCustoms))]
public sealed class ImportCommitModel(ImportSearch search, CommitImport commit, PageTexts words)
    : ImportPage(search)
{
    private const string Beside = "beside";

    private readonly ImportSearch search = search;

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<FieldChoice> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (Import.State is not ImportState.Ready)
        {
            return Redirect(Links.Customs.Details(id));
        }
        Version = Import.Version;
        await Choose();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await Choose();
        if (Places.All(p => p.Value != Place))
        {
            ModelState.AddModelError(nameof(Place), "customs.commit.place-missing");
            return Page();
        }
        Guid? instead = Place == Beside ? null : Guid.Parse(Place!);
        var committed = await commit.Run(id, Version, instead, HttpContext.RequestAborted);
        if (committed.Done)
        {
            return Redirect(Links.Customs.Details(id));
        }
        Say(committed.Refused!.Value);
        return Page();
    }

    private async Task Choose()
    {
        var standing = await search.InForce(Import.Province, HttpContext.RequestAborted);
        Places =
        [
            new FieldChoice(Beside, words["customs.commit.beside"]),
            .. standing.Select(i => new FieldChoice(
                i.Id.ToString(),
                words["customs.commit.instead", ("number", i.Number), ("file", i.FileName)]
            )),
        ];
        Place ??= standing.Count == 0 ? Beside : null;
    }
}
