using Karvan.Core.Accounts;
using Karvan.Core.Audit;
using Karvan.Core.Customs;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>The file as it was sent; that somebody took it stands in the trail.</summary>
[Asks(Act.ReadCustoms)]
public sealed class ImportOriginalModel(ImportSearch search, FetchFile fetch, Changes changes)
    : ImportPage(search)
{
    private readonly ImportSearch search = search;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Refuse(id, Act.ReadCustoms) is { } refusal)
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
