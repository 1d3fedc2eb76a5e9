using System.Reflection;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Files;

/// <summary>
/// On a page whose forms bring files: the body is read as it comes, field by field, each file into a
/// <see cref="TakenFile"/> that a property of type <see cref="IFormFile"/> binds. It runs before the token of the form is
/// looked at, which stands in the body, and lets nobody send who may not do what the page is for.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class TakesFilesAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the filter that checks the token, which has 1000.</summary>
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            return;
        }
        var actor = http.RequestServices.GetRequiredService<CurrentActor>().Value;
        var asks = (
            context.ActionDescriptor as CompiledPageActionDescriptor
        )?.ModelTypeInfo?.GetCustomAttribute<AsksAttribute>();
        if (asks is null || !Decision.AllowsSome(actor, asks.Act))
        {
            http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Result = actor.PersonId is null ? new ChallengeResult() : new ForbidResult();
            return;
        }
        // The form itself keeps count: the server's own limit would answer with nothing of what was typed.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
        var form = await FormReading.Read(
            http,
            HeaderUtilities.RemoveQuotes(type.Boundary).ToString(),
            Taking(http)
        );
        // The page that stands in for a refusal would read the body again.
        http.Features.Set<IFormFeature>(new FormFeature(form ?? FormCollection.Empty));
        if (form is null)
        {
            context.Result = new BadRequestResult();
        }
    }

    /// <summary>How a file is taken: whether its kind is one of those that may come in, and how large it may be.</summary>
    private protected virtual FileTaking Taking(HttpContext http) =>
        (body, name, cancellation) =>
            ReceivedFile.From(
                body,
                name,
                http.RequestServices.GetRequiredService<FileLimits>(),
                cancellation
            );
}
