using Karvan.Platform.Accounts;
using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.People;

/// <summary>One account: its roles given and taken, its sessions ended, its second factor reset, locked and unlocked; its trail.</summary>
[Asks(nameof(PlatformActs.ManageGrants))]
public sealed class PersonDetailsModel(
    PeopleSearch search,
    GiveGrant give,
    KeepAccount keep,
    Sessions sessions,
    AuditTrail trail,
    PageTexts words
) : RecordPage<KeptPerson>
{
    [BindProperty]
    public GrantForm Grant { get; set; } = new();

    [BindProperty, KeptIn<Person>(nameof(Karvan.Platform.People.Person.LockReason))]
    public string Reason { get; set; } = "";

    public Person Account { get; private set; } = null!;

    public IReadOnlyList<Grant> Grants { get; private set; } = [];

    public int OpenSessions { get; private set; }

    public ActivityTrail Trail { get; private set; } = null!;

    /// <summary>Roles are given by others.</summary>
    public bool IsOwn => Account.Id == Actor.PersonId;

    public bool MayTake(Grant grant) =>
        GrantReach.MayGive(Actor, grant.Role, grant.Body, grant.Provinces);

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostGiveAsync(Guid id)
    {
        ModelState.Remove(nameof(Reason));
        if (!ModelState.IsValid || Grant.Read(ModelState, nameof(Grant)) is not { } grant)
        {
            return Page();
        }
        var refused = await give.Give(
            Actor,
            id,
            grant.Role,
            grant.Body,
            grant.Provinces,
            HttpContext.RequestAborted
        );
        return Answer(id, "Grant.Role", refused is null ? null : $"grant.refused.{refused}");
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid grant)
    {
        ModelState.Clear();
        var refused = await give.Take(Actor, id, grant, HttpContext.RequestAborted);
        return Answer(id, "Grant.Role", refused is null ? null : $"grant.refused.{refused}");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        ModelState.Clear();
        var refused = await keep.EndSessions(Actor, id, HttpContext.RequestAborted);
        return Answer(id, nameof(Reason), refused is null ? null : $"keep.refused.{refused}");
    }

    public Task<IActionResult> OnPostResetAsync(Guid id) => Keep(id, keep.ResetSecondFactor);

    public Task<IActionResult> OnPostLockAsync(Guid id) => Keep(id, keep.Lock);

    public Task<IActionResult> OnPostUnlockAsync(Guid id) => Keep(id, keep.Unlock);

    private async Task<IActionResult> Keep(
        Guid id,
        Func<Actor, Guid, string?, CancellationToken, Task<KeepRefusal?>> act
    )
    {
        if (!IsRight(nameof(Reason)))
        {
            return Page();
        }
        var refused = await act(Actor, id, Reason, HttpContext.RequestAborted);
        return Answer(id, nameof(Reason), refused is null ? null : $"keep.refused.{refused}");
    }

    private IActionResult Answer(Guid id, string field, string? problem)
    {
        if (problem is null)
        {
            return Redirect(Links.People.Details(id));
        }
        ModelState.AddModelError(field, problem);
        return Page();
    }

    /// <summary>Only those whom this administrator keeps.</summary>
    protected override Task<KeptPerson?> Find(Guid id) => search.One(Actor, id, Cancellation);

    /// <summary>Whom one keeps follows from roles and firms of theirs, and was asked when they were found.</summary>
    protected override IEnumerable<Subject> SubjectsOf(KeptPerson record) => [];

    protected override async Task<IActionResult?> Open()
    {
        (Account, Grants, _) = Record;
        OpenSessions = (await sessions.Of(Account.Id, Cancellation)).Count;
        Trail = EventTexts.Trail(await trail.Of(Account.Subject, Cancellation), words);
        return null;
    }
}
