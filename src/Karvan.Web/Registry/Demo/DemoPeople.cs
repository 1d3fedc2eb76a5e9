using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Web.Registry.Demo;

/// <summary>Opens accounts of the demo, and lets their holders do what people do: it is on record as theirs.</summary>
internal sealed class DemoPeople(
    KarvanContext db,
    UserManager<Person> people,
    CurrentActor current,
    Changes changes,
    TimeProvider clock
)
{
    public async Task<Person> Open(
        string nameFa,
        string email,
        Func<Guid, IEnumerable<Grant>> grants,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        var person = Person.Join(nameFa, email, null, "fa", clock.GetUtcNow().UtcDateTime);
        person.EmailConfirmed = true;
        var made = await people.CreateAsync(person);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(
                $"The demo account {email} was not made: {string.Join("; ", made.Errors.Select(e => e.Code))}."
            );
        }
        foreach (var grant in grants(person.Id))
        {
            db.Grants.Add(grant);
        }
        await change.Commit(new SignedUp(person.Subject), cancellation);
        return person;
    }

    /// <param name="firm">The firm they act for.</param>
    public async Task<T> As<T>(
        Person person,
        IReadOnlyList<Grant> grants,
        Guid? firm,
        Func<Task<T>> what
    )
    {
        current.Be(Actor.Of(person.Id, person.FullName, grants, firm));
        try
        {
            return await what();
        }
        finally
        {
            current.Be(Actor.System);
        }
    }
}
