using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Texts;

namespace Karvan.Platform.Notices;

/// <summary>
/// Tells somebody of something, with the change it tells of: inside the application at once, and by mail and SMS as they
/// chose for its topic.
/// </summary>
public sealed class PostNotice(KarvanContext db, INoticeWriter writer, TimeProvider clock)
{
    public void To(
        Person reader,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        IReadOnlyList<(string Name, object? Value)> said = [("name", reader.FullName), .. values];
        var letter = writer.Write(kind, Languages.Of(reader.Language), said);
        var choice = kind.IsFixed || kind.IsSealed ? null : reader.ChoiceFor(kind.Topic);
        var pace = choice?.Mail ?? MailPace.AtOnce;
        if (!kind.IsSealed)
        {
            Keep(reader, kind, said, pace is MailPace.Daily);
        }
        if (pace is MailPace.AtOnce)
        {
            Mail(reader.Email!, kind, letter);
        }
        if ((choice?.Sms ?? kind.BySms) && reader.PhoneNumber is { Length: > 0 } phone)
        {
            db.Outbox.Add(
                OutboxMessage.Write(
                    Channel.Sms,
                    phone,
                    letter.Title,
                    SmsText.Of(letter.Title, letter.Link),
                    Now
                )
            );
        }
    }

    /// <summary>Inside the application alone: what goes out says more than may stand there.</summary>
    public void Inside(
        Person reader,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    ) => Keep(reader, kind, [("name", reader.FullName), .. values], forDigest: false);

    /// <summary>To an address that is theirs no more, or not yet.</summary>
    public void To(
        Person reader,
        string email,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    ) =>
        Mail(
            email,
            kind,
            writer.Write(
                kind,
                Languages.Of(reader.Language),
                [("name", reader.FullName), .. values]
            )
        );

    /// <summary>To somebody who has no account.</summary>
    public void ToStranger(
        string email,
        string language,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    ) => Mail(email, kind, writer.Write(kind, Languages.Of(language), [.. values]));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void Keep(
        Person reader,
        NoticeKind kind,
        IReadOnlyList<(string Name, object? Value)> said,
        bool forDigest
    ) =>
        db.Add(
            Notice.Write(
                reader,
                kind,
                writer.Write(kind, Language.Persian, said),
                writer.Write(kind, Language.English, said),
                forDigest,
                Now
            )
        );

    private void Mail(string email, NoticeKind kind, Letter letter) =>
        db.Outbox.Add(
            OutboxMessage.Write(
                Channel.Email,
                email,
                letter.Title,
                letter.Text,
                Now,
                isAsked: kind.IsSealed
            )
        );
}
