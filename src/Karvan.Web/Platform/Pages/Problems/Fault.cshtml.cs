using System.Diagnostics;
using Karvan.Platform.Authorization;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Platform.Pages.Problems;

/// <summary>Shown when something broke. Its number stands in the log, with where it happened.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[Asks(nameof(PlatformActs.ReadPublic), BeforeSecondFactor = true)]
public sealed partial class ProblemFaultModel(ILogger<ProblemFaultModel> log) : PageModel
{
    public string Reference { get; private set; } = "";

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        Reference = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } fault)
        {
            Broke(log, Reference, fault.Path, fault.Error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference} at {Path}")]
    private static partial void Broke(ILogger log, string reference, string path, Exception error);
}
