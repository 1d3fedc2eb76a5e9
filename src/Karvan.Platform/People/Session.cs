using Karvan.Platform.Events;

namespace Karvan.Platform.People;

/// <summary>One sign-in on one device; it can be ended from another.</summary>
[NotRecorded]
public sealed class Session
{
    private Session() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTime StartedAt { get; private set; }
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string Address { get; private set; } = "";
    public string Device { get; private set; } = "";

    /// <summary>The firm somebody acts for in it.</summary>
    public Guid? ActingFor { get; private set; }

    /// <summary>Begun on the page of the demo, without password or second factor.</summary>
    public bool StandIn { get; private set; }

    public static Session Start(
        Guid person,
        string address,
        string device,
        DateTime at,
        bool standIn = false
    )
    {
        const int Longest = 200;
        return new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person,
            Address = address,
            Device = device.Length > Longest ? device[..Longest] : device,
            StartedAt = at,
            SeenAt = at,
            StandIn = standIn,
        };
    }
}
