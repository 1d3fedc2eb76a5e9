using Karvan.Core.Audit;

namespace Karvan.Core.Accounts;

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
    public DateTime WrittenAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int Attempts { get; private set; }
    public string? Fault { get; private set; }

    public static OutboxMessage Write(
        Channel channel,
        string to,
        string title,
        string text,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Channel = channel,
            // Line breaks in an address or a title would begin headers of their own.
            To = OneLine(to),
            Title = OneLine(title),
            Text = text,
            WrittenAt = at,
        };

    public void Sent(DateTime at) => (SentAt, Attempts, Fault) = (at, Attempts + 1, null);

    public void Failed(string fault) => (Attempts, Fault) = (Attempts + 1, fault);

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
