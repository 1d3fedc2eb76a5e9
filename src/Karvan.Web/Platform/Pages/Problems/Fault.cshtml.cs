using System.Diagnostics;
using System.Globalization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Karvan.Web.Platform.Pages.Problems;

/// <summary>
/// Shown when something broke. Its number stands in the log, with where it happened. Where the database could not keep what was
/// sent (a full disk, a lock, a server that is away), what was typed stands here, to be sent again.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[Asks(nameof(PlatformActs.ReadPublic), BeforeSecondFactor = true)]
public sealed partial class ProblemFaultModel(ILogger<ProblemFaultModel> log) : PageModel
{
    /// <summary>Of fields that are typed anew: what is secret is not sent back.</summary>
    private static readonly string[] Secret = ["Password", "Old", "New", "Code", "Proof", "Token"];

    public string Reference { get; private set; } = "";

    /// <summary>The program is well, and what keeps the data is not.</summary>
    public bool IsStorage { get; private set; }

    /// <summary>Where the form went.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What was typed and not kept.</summary>
    public IReadOnlyList<(string Name, string Value)> Sent { get; private set; } = [];

    /// <summary>Of that, what somebody wrote in words: choices and codes have none here.</summary>
    public IEnumerable<string> Typed =>
        Sent.Select(s => s.Value).Where(v => v.Any(c => c is ' ' || (c > 127 && char.IsLetter(c))));

    /// <summary>Files cannot be sent back to whoever chose them.</summary>
    public bool HadFiles { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        Reference = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } fault)
        {
            return;
        }
        Broke(log, Reference, fault.Path, fault.Error);
        if (!StorageFault.Is(fault.Error))
        {
            return;
        }
        IsStorage = true;
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers[HeaderNames.RetryAfter] = StorageFault.Pause.TotalSeconds.ToString(
            CultureInfo.InvariantCulture
        );
        Address = Request.PathBase + fault.Path + Request.QueryString;
        if (HttpMethods.IsPost(Request.Method) && Form() is { } form)
        {
            Sent =
            [
                .. from field in form
                where !Array.Exists(Secret, s => IsOf(field.Key, s)) && field.Key[0] is not '_'
                from value in field.Value
                select (field.Key, value ?? ""),
            ];
            HadFiles =
                form.Files.Count > 0
                || Request.ContentType!.StartsWith(
                    "multipart/",
                    StringComparison.OrdinalIgnoreCase
                );
        }
    }

    /// <summary>As it was read already: behind a fault nothing more is read of a request.</summary>
    private IFormCollection? Form() =>
        HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;

    private static bool IsOf(string field, string name) =>
        field.Split('.')[^1].Equals(name, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference} at {Path}")]
    private static partial void Broke(ILogger log, string reference, string path, Exception error);
}
