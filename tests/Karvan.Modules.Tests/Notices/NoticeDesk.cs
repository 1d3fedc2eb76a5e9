using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Modules.Tests.Notices;

/// <summary>What is done about notices, each time with a context of its own as a request or a round has.</summary>
internal static class NoticeDesk
{
    public static readonly NoticeKind Decided = new("test-letter.Decided");
    public static readonly NoticeKind Urgent = new("test-letter.Urgent", BySms: true);
    public static readonly NoticeKind Key = new("test-letter.Key") { IsSealed = true };
    public static readonly NoticeKind Safety = new("test-letter.Safety") { IsFixed = true };

    public static async Task Tell(this House house, Actor reader, NoticeKind kind)
    {
        var db = house.As(Actor.System);
        await using var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
        var person = await db.Users.SingleAsync(p => p.Id == reader.PersonId);
        new PostNotice(db, new PlainNotices(), house.Clock).To(person, kind, ("reason", "چنین شد"));
        await change.Commit(new Noted(person.Subject));
    }

    public static async Task GivePhone(this House house, Actor reader, string phone)
    {
        var db = house.As(Actor.System);
        await using var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
        var person = await db.Users.SingleAsync(p => p.Id == reader.PersonId);
        person.PhoneNumber = phone;
        await change.Commit(new Noted(person.Subject));
    }

    public static Task Choose(this House house, Actor reader, MailPace mail, bool sms)
    {
        var db = house.As(reader);
        return new ChooseNotices(db, house.ChangesOf(db)).Run(
            reader.PersonId!.Value,
            [new TopicChoice(Decided.Topic, mail, sms)]
        );
    }

    public static Task<int> Digest(this House house)
    {
        var db = house.As(Actor.System);
        var notice = new PostNotice(db, new PlainNotices(), house.Clock);
        return new SendDigests(db, house.ChangesOf(db), notice, house.Clock).Run();
    }

    public static Task<int> Remind(this House house)
    {
        var db = house.As(Actor.System);
        var notice = new PostNotice(db, new PlainNotices(), house.Clock);
        return new TellDeadlines(db, house.ChangesOf(db), notice, house.Clock).Run();
    }

    public static ReadNotices Read(this House house, Actor reader) =>
        new(house.As(reader), house.Clock);

    public static CalendarKeys Keys(this House house, Actor who)
    {
        var db = house.As(who);
        return new CalendarKeys(db, house.ChangesOf(db), house.Clock);
    }

    /// <summary>Titles of the messages that wait on a channel for somebody.</summary>
    public static Task<List<string>> Sent(this House house, Channel channel) =>
        house
            .As(Actor.System)
            .Outbox.Where(m => m.Channel == channel)
            .OrderBy(m => m.WrittenAt)
            .Select(m => m.Title)
            .ToListAsync();

    /// <summary>To a moment of a day in Tehran.</summary>
    public static void MoveTo(this House house, DateOnly day, double hours) =>
        house.Clock.SetUtcNow(new(TehranTime.StartOf(day).AddHours(hours), TimeSpan.Zero));
}
