using System.Diagnostics;
using Karvan.Core.Accounts;
using Karvan.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Pages.Problems;

/// <summary>Shown when something broke. Its number stands in the log beside the fault.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[Asks(Act.ReadPublic)]
public sealed class FaultModel : PageModel
{
    public string Reference { get; private set; } = "";

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        Reference = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
