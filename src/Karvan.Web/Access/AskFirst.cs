using System.Reflection;
using Karvan.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Decision = Karvan.Core.Accounts.Access;

namespace Karvan.Web.Access;

/// <summary>What a page is for. A page without it opens to nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksAttribute(Act act) : Attribute
{
    public Act Act => act;

    /// <summary>Open to staff who have not set up their second factor yet.</summary>
    public bool BeforeSecondFactor { get; init; }
}

/// <summary>
/// Asks before any page whether this person may do this at all; the page then asks again about the very record
/// (<see cref="KarvanPage.May"/>), and its queries show only what they may see.
/// </summary>
internal sealed class AskFirst(CurrentActor actor) : IAsyncPageFilter
{
    public const string SecondFactorPath = "/account/second-factor";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var asks = context.HandlerInstance.GetType().GetCustomAttribute<AsksAttribute>();
        if (actor.NeedsSecondFactor && asks is not { BeforeSecondFactor: true })
        {
            context.Result = new RedirectResult(SecondFactorPath);
            return;
        }
        if (asks is null || !Decision.AllowsSome(actor.Value, asks.Act))
        {
            context.Result = actor.Value.PersonId is null
                ? new ChallengeResult()
                : new ForbidResult();
        }
        else if (context.HandlerMethod is null && !IsReading(context.HttpContext.Request.Method))
        {
            // The page would be drawn without anything having been loaded.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else
        {
            await next();
        }
    }

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
