using System.Collections.Concurrent;
using System.Reflection;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Recording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Authorization;

/// <summary>
/// What a page is for, or one of its handlers that asks for another act than the page. A page without it opens to nobody.
/// </summary>
/// <param name="act">By <c>nameof</c> of an act of some module.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AsksAttribute(string act) : Attribute
{
    /// <exception cref="ArgumentException">No module has an act of this name.</exception>
    public Act Act => ModuleCatalog.Act(act);

    /// <summary>Open to staff who have not set up their second factor yet.</summary>
    public bool BeforeSecondFactor { get; init; }
}

/// <summary>
/// Asks before any page whether this person may do this at all, and of a page about one record whether it reaches that
/// (<see cref="RecordPage{TRecord}"/>); its queries show only what they may see.
/// </summary>
internal sealed class AskFirst(CurrentActor actor) : IAsyncPageFilter
{
    public const string SecondFactorPath = Links.Account.SecondFactor;

    /// <summary>Looked for once: attributes are read from the assembly each time they are asked for.</summary>
    private static readonly ConcurrentDictionary<MemberInfo, AsksAttribute?> Asked = new();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        // Who has not signed in is the public, and sees what is everybody's.
        if (actor.Value.PersonId is null)
        {
            actor.Be(Actor.Public);
        }
        var asks = Of(context.HandlerInstance.GetType());
        // A page about a record asks for it first: who sees none learns nothing of what could be done to it.
        var act = context.HandlerMethod is { } handler ? Of(handler.MethodInfo)?.Act : null;
        if (actor.NeedsSecondFactor && asks is not { BeforeSecondFactor: true })
        {
            context.Result = new RedirectResult(SecondFactorPath);
            return;
        }
        if (asks is null || !Decision.AllowsSome(actor.Value, asks.Act))
        {
            context.Result = Refusal();
        }
        else if (context.HandlerMethod is null && !IsReading(context.HttpContext.Request.Method))
        {
            // The page would be drawn without anything having been loaded.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (
            context.HandlerInstance is IRecordPage page
            && await page.Deny(act ?? asks.Act) is { } denied
        )
        {
            context.Result = denied;
        }
        else if (
            context.HandlerInstance is not IRecordPage
            && act is not null
            && !Decision.AllowsSome(actor.Value, act)
        )
        {
            context.Result = Refusal();
        }
        else
        {
            var executed = await next();
            // The page asked too little; the change itself refused, and saved nothing.
            if (executed.Exception is BeyondReachException)
            {
                executed.ExceptionHandled = true;
                executed.Result = Refusal();
            }
        }
    }

    private static AsksAttribute? Of(MemberInfo member) =>
        Asked.GetOrAdd(member, static m => m.GetCustomAttribute<AsksAttribute>());

    private ActionResult Refusal() =>
        actor.Value.PersonId is null ? new ChallengeResult() : new ForbidResult();

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
