using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Platform.Pages.Problems;

/// <summary>Stands in for an answer that has only a status: forbidden, missing, or not understood.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[Asks(nameof(PlatformActs.ReadPublic), BeforeSecondFactor = true)]
public sealed class ProblemStatusModel : PageModel
{
    public int Code { get; private set; }

    public string TitleKey { get; private set; } = "";

    public string AboutKey { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        (TitleKey, AboutKey) = Code switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => (
                "problem.forbidden",
                "problem.forbidden-about"
            ),
            StatusCodes.Status404NotFound => ("problem.missing", "problem.missing-about"),
            _ => ("problem.refused", "problem.refused-about"),
        };
        Response.StatusCode = Code;
    }
}
