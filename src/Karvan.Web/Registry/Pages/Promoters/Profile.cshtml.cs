using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters;

/// <summary>One promoter as everybody may read them: what was published, nothing else.</summary>
[Asks(nameof(PlatformActs.ReadPublic))]
public sealed class PromoterProfileModel(PromoterDirectory directory) : KarvanPage
{
    public PublishedPromoter Promoter { get; private set; } = null!;

    /// <summary>What a telephone dials.</summary>
    public string PlainPhone =>
        string.Concat(
            PersianText
                .LatinDigits(Promoter.Phone ?? "")
                .Where(c => char.IsAsciiDigit(c) || c is '+')
        );

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var found = await directory.Find(id, HttpContext.RequestAborted);
        if (found is null)
        {
            return NotFound();
        }
        Promoter = found;
        return Page();
    }
}
