using Karvan.Platform.Events;

namespace Karvan.Platform.Outbox;

public enum Channel
{
    Email,
    Sms,
}

/// <summary>A message to somebody, written with the change it tells of, and sent afterwards. Its text may hold a secret link.</summary>
[NotRecorded]
public sealed class OutboxMessage
{
    private OutboxMessage() { }

    public Guid Id { get; private set; }
    public Channel Channel { get; private set; }
    public string To { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>Somebody could have it sent to an address that is not theirs: such letters are limited.</summary>
    public bool IsAsked { get; private set; }

    public DateTime WrittenAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Fault { get; private set; }

    /// <summary>Not before then: after a failure later and later; while somebody sends it, when their turn ends.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Whose turn it is to send. Whoever was too slow finds another turn here, and settles nothing.</summary>
    public Guid? Turn { get; private set; }

    public static OutboxMessage Write(
        Channel channel,
        string to,
        string title,
        string text,
        DateTime at,
        bool isAsked = false
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            IsAsked = isAsked,
            Channel = channel,
            // Line breaks in an address or a title would begin headers of their own.
            To = OneLine(to),
            Title = OneLine(title),
            Text = text,
            WrittenAt = at,
            DueAt = at,
        };

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
