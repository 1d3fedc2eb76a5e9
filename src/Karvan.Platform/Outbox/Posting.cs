using Karvan.Platform.People;
using Karvan.Platform.Persistence;

namespace Karvan.Platform.Outbox;

/// <summary>Puts a letter into the outbox, with the change it tells of.</summary>
public static class Posting
{
    /// <param name="bySms">A short notice that should reach them today: to their telephone too, where one is known.</param>
    public static void Post(
        this KarvanContext db,
        Person to,
        (string Title, string Text) letter,
        DateTime at,
        bool bySms = false
    )
    {
        db.Post(to.Email!, letter, at);
        if (bySms && to.PhoneNumber is { Length: > 0 } phone)
        {
            db.Outbox.Add(OutboxMessage.Write(Channel.Sms, phone, letter.Title, letter.Text, at));
        }
    }

    public static void Post(
        this KarvanContext db,
        string email,
        (string Title, string Text) letter,
        DateTime at
    ) => db.Outbox.Add(OutboxMessage.Write(Channel.Email, email, letter.Title, letter.Text, at));
}
