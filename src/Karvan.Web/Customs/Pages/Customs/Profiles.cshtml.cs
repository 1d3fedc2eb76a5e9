using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Saved mappings.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class MappingProfileListModel(ProfileShelf shelf, WithdrawProfile withdraw)
    : KarvanPage
{
    public IReadOnlyList<CustomsProfile> Profiles { get; private set; } = [];

    public bool MayChange(CustomsProfile profile) =>
        May(CustomsActs.ImportCustoms, profile.Subject);

    public async Task OnGetAsync() => Profiles = await shelf.All(HttpContext.RequestAborted);

    /// <summary>The mapping as a file, for the command line.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id) =>
        await shelf.One(id, HttpContext.RequestAborted) is { } profile
            ? File(
                System.Text.Encoding.UTF8.GetBytes(profile.Content),
                "application/json; charset=utf-8",
                $"{profile.Name}.json"
            )
            : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        var profile = await shelf.One(id, HttpContext.RequestAborted);
        if (profile is null)
        {
            return NotFound();
        }
        if (!MayChange(profile))
        {
            return Forbid();
        }
        await withdraw.Run(id, HttpContext.RequestAborted);
        return Redirect(Links.Customs.Profiles);
    }
}
