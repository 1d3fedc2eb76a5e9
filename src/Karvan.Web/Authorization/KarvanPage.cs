using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Authorization;

/// <summary>A page that knows who asks.</summary>
public abstract class KarvanPage : PageModel
{
    /// <summary>Who asks; the public where nobody is signed in.</summary>
    public Actor Actor => HttpContext.RequestServices.GetRequiredService<CurrentActor>().Value;

    /// <summary>The person who asks; only on pages that the public cannot open.</summary>
    protected Guid Person =>
        Actor.PersonId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>
    /// Whether one form of several is filled in as its fields are described; what was sent of the others, and what they leave
    /// empty, is no fault.
    /// </summary>
    protected bool IsRight(params IReadOnlyCollection<string> fields)
    {
        foreach (var other in ModelState.Keys.Except(fields, StringComparer.Ordinal).ToList())
        {
            ModelState.Remove(other);
        }
        return ModelState.IsValid;
    }

    /// <summary>The page once more, with every reason of a refusal beside its field.</summary>
    /// <param name="field">The field that a reason is about; empty for the form as a whole.</param>
    /// <param name="text">The key of what to say.</param>
    protected PageResult Refuse<TReason>(
        IEnumerable<TReason> reasons,
        Func<TReason, string> field,
        Func<TReason, string> text
    )
    {
        foreach (var reason in reasons)
        {
            ModelState.AddModelError(field(reason), text(reason));
        }
        return Page();
    }

    /// <summary>May they do this to this record?</summary>
    public bool May(Act act, Subject subject) => Decision.Allows(Actor, act, subject);
}
