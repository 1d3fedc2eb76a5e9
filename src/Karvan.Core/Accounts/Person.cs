using Karvan.Core.Values;
using Microsoft.AspNetCore.Identity;

namespace Karvan.Core.Accounts;

/// <summary>Somebody with an account. What they may do stands in their grants.</summary>
public sealed class Person : IdentityUser<Guid>
{
    private Person() { }

    public string FullName { get; private set; } = "";

    /// <summary>The language of messages to them: fa or en.</summary>
    public string Language { get; private set; } = "fa";

    public DateTime JoinedAt { get; private set; }

    public Subject Subject => new(nameof(Person), Id, Body.Shared, PersonId: Id);

    /// <param name="email">Also the name they sign in with.</param>
    public static Person Join(
        string fullName,
        string email,
        string? phone,
        string language,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            FullName = fullName.Trim(),
            UserName = email.Trim(),
            Email = email.Trim(),
            PhoneNumber = phone,
            Language = language,
            JoinedAt = at,
        };
}
