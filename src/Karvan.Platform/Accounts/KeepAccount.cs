using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

public enum KeepRefusal
{
    /// <summary>No such account, or one that this administrator may not keep.</summary>
    NotFound,

    ReasonMissing,

    /// <summary>It is so already.</summary>
    NothingToDo,

    /// <summary>Nobody locks themselves out.</summary>
    OwnAccount,
}

/// <summary>What an administrator does for somebody's account, with a reason that its holder is told.</summary>
public sealed class KeepAccount(
    KarvanContext db,
    UserManager<Person> people,
    PeopleSearch search,
    SecondFactor secondFactor,
    FailedTries tries,
    Changes changes,
    TimeProvider clock
)
{
    public Task<KeepRefusal?> EndSessions(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    ) =>
        Run(
            actor,
            id,
            "-",
            (subject, why, through) => new SessionsEnded(subject, why, through),
            async person => await db.EndSessions(person.Id, Now, null, cancellation) > 0,
            cancellation
        );

    /// <summary>The telephone is lost, and the recovery codes too: the account sets its second factor up anew.</summary>
    public Task<KeepRefusal?> ResetSecondFactor(
        Actor actor,
        Guid id,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        Run(
            actor,
            id,
            reason,
            (subject, why, through) => new SecondFactorReset(subject, why, through),
            async person =>
            {
                if (!person.TwoFactorEnabled)
                {
                    return false;
                }
                await secondFactor.Forget(person, cancellation);
                await db.EndSessions(person.Id, Now, null, cancellation);
                return true;
            },
            cancellation
        );

    public Task<KeepRefusal?> Lock(
        Actor actor,
        Guid id,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        actor.PersonId == id
            ? Task.FromResult<KeepRefusal?>(KeepRefusal.OwnAccount)
            : Run(
                actor,
                id,
                reason,
                (subject, why, through) => new AccountLocked(subject, why, through),
                async person =>
                {
                    if (person.LockedAt is not null)
                    {
                        return false;
                    }
                    person.Lock(reason!.Trim(), Now);
                    await db.EndSessions(person.Id, Now, null, cancellation);
                    return true;
                },
                cancellation
            );

    /// <summary>Also ends the rest of an account that was guessed at.</summary>
    public Task<KeepRefusal?> Unlock(
        Actor actor,
        Guid id,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        Run(
            actor,
            id,
            reason,
            (subject, why, through) => new AccountUnlocked(subject, why, through),
            async person =>
            {
                if (!await tries.ForgetAll(person.Id, cancellation) && person.LockedAt is null)
                {
                    return false;
                }
                person.Unlock();
                return true;
            },
            cancellation
        );

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<KeepRefusal?> Run(
        Actor actor,
        Guid id,
        string? reason,
        Func<Subject, string, IReadOnlyList<Subject>, DomainEvent> happened,
        Func<Person, Task<bool>> act,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return KeepRefusal.ReasonMissing;
        }
        await using var change = await changes.Begin(PlatformActs.ManageGrants, cancellation);
        if (await search.One(actor, id, cancellation) is not { } kept)
        {
            return KeepRefusal.NotFound;
        }
        var person = await people.FindByIdAsync(id.ToString());
        if (!await act(person!))
        {
            return KeepRefusal.NothingToDo;
        }
        // Identity's own stamp of the row: who changed it meanwhile is not written over.
        person!.ConcurrencyStamp = $"{Guid.NewGuid()}";
        try
        {
            await change.Commit(
                happened(
                    person.Subject,
                    reason.Trim(),
                    GrantReach.Through(actor, person.Subject, kept.Grants, kept.FirmProvinces)
                ),
                cancellation
            );
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return KeepRefusal.NothingToDo;
        }
    }
}
