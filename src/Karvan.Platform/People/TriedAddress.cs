using Karvan.Platform.Events;

namespace Karvan.Platform.People;

/// <summary>How often an account was guessed at from one address, lately.</summary>
[NotRecorded]
public sealed class TriedAddress
{
    private TriedAddress() { }

    public Guid PersonId { get; private set; }

    /// <summary>Of the client; a word in its place counts other tries.</summary>
    public string Address { get; private set; } = "";

    public int Failed { get; private set; }
    public DateTime LastAt { get; private set; }

    /// <summary>Until then nothing is taken from it.</summary>
    public DateTime? RestsUntil { get; private set; }
}
