using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Uploads;
using Karvan.Platform.Recording;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>The file as it was sent; that somebody took it stands in the trail.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ImportOriginalModel(ImportSearch search, FetchFile fetch, Changes changes)
    : ImportPage(search)
{
    private readonly ImportSearch search = search;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var cancellation = HttpContext.RequestAborted;
        var file = await search.FileOf(Import, cancellation);
        await using (var change = await changes.Begin(CustomsActs.ReadCustoms, cancellation))
        {
            await change.Commit(
                new CustomsFileTaken(Import.Subject, file.Name, file.Hash ?? ""),
                cancellation
            );
        }
        return new PiecesFile(
            file.Name,
            "application/octet-stream",
            fetch.Pieces(file.Id, cancellation)
        )
        {
            Length = file.Length,
        };
    }
}
