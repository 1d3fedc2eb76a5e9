using Karvan.Platform.Events;

namespace Karvan.Platform.People;

/// <summary>What opens the calendar of a person to the program that asks for it.</summary>
public sealed class CalendarKey
{
    private CalendarKey() { }

    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the secret in its address.</summary>
    [NotRecorded]
    public string SecretHash { get; private set; } = "";

    public DateTime MadeAt { get; private set; }

    internal static CalendarKey Make(Guid person, string hash, DateTime at) =>
        new()
        {
            PersonId = person,
            SecretHash = hash,
            MadeAt = at,
        };

    internal void Renew(string hash, DateTime at) => (SecretHash, MadeAt) = (hash, at);
}
