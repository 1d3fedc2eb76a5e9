using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Uploads;
using Karvan.Platform.Recording;
using Karvan.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Pages.Customs;

/// <summary>The file as it was sent; that somebody took it stands in the trail.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class OriginalModel(ImportSearch search, FetchFile fetch, Changes changes)
    : ImportPage(search)
{
    private readonly ImportSearch search = search;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Refuse(id, CustomsActs.ReadCustoms) is { } refusal)
        {
            return refusal;
        }
        var cancellation = HttpContext.RequestAborted;
        var file = await search.FileOf(Import, cancellation);
        await using (var change = await changes.Begin(cancellation))
        {
            await change.Commit(
                "CustomsFileTaken",
                Import.Subject,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["name"] = file.Name,
                    ["sha256"] = file.Hash ?? "",
                },
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
