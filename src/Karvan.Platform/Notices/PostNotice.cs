using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Texts;

namespace Karvan.Platform.Notices;

/// <summary>Writes a notice into the outbox, with the change it tells of.</summary>
public sealed class PostNotice(KarvanContext db, INoticeWriter writer, TimeProvider clock)
{
    public void To(
        Person reader,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        var letter = Write(kind, reader, values);
        Mail(reader.Email!, letter);
        if (kind.BySms && reader.PhoneNumber is { Length: > 0 } phone)
        {
            db.Outbox.Add(OutboxMessage.Write(Channel.Sms, phone, letter.Title, letter.Text, Now));
        }
    }

    /// <summary>To an address that is theirs no more, or not yet.</summary>
    public void To(
        Person reader,
        string email,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    ) => Mail(email, Write(kind, reader, values));

    /// <summary>To somebody who has no account.</summary>
    public void ToStranger(
        string email,
        string language,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    ) => Mail(email, writer.Write(kind, Languages.Of(language), [.. values]));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private (string Title, string Text) Write(
        NoticeKind kind,
        Person reader,
        ReadOnlySpan<(string Name, object? Value)> values
    ) => writer.Write(kind, Languages.Of(reader.Language), [("name", reader.FullName), .. values]);

    private void Mail(string email, (string Title, string Text) letter) =>
        db.Outbox.Add(OutboxMessage.Write(Channel.Email, email, letter.Title, letter.Text, Now));
}
