using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Notices;

/// <summary>A notice stands in the application at once and goes out as its reader chose, once.</summary>
public sealed class NoticeTests
{
    [OnBothDatabases]
    [Theory]
    public async Task It_stands_in_the_application_and_goes_out_at_once_where_nothing_is_chosen(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (reader, other) = (await house.Somebody(), await house.Somebody());
        await house.Tell(reader, NoticeDesk.Decided);
        var told = Assert.Single(await house.Read(reader).New(reader.PersonId!.Value, take: 5));
        Assert.Equal(
            ("Decided", "چنین شد", "test-letter.Decided", null),
            (told.TitleFa, told.TextFa, told.Kind, told.ReadAt)
        );
        Assert.Equal(["Decided"], await house.Sent(Channel.Email));
        // Nobody else sees it, whomever they ask for.
        Assert.Empty(await house.Read(other).Of(reader.PersonId.Value, 0, 5));
        await house.Read(other).Seen(reader.PersonId.Value, [told.Id]);
        Assert.Single(await house.Read(reader).New(reader.PersonId.Value, take: 5));
        await house.Read(reader).Seen(reader.PersonId.Value, [told.Id]);
        Assert.Empty(await house.Read(reader).New(reader.PersonId.Value, take: 5));
        Assert.Equal(1, await house.Read(reader).Count(reader.PersonId.Value));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Whoever_wants_no_mail_gets_none_but_the_notice(Provider provider)
    {
        await using var house = await House.On(provider);
        var reader = await house.Somebody();
        await house.Choose(reader, MailPace.Never, sms: false);
        await house.Tell(reader, NoticeDesk.Decided);
        Assert.Empty(await house.Sent(Channel.Email));
        Assert.Single(await house.Read(reader).New(reader.PersonId!.Value, take: 5));
        // What is about the safety of the account is nobody's choice; a key is in no list.
        await house.Tell(reader, NoticeDesk.Safety);
        await house.Tell(reader, NoticeDesk.Key);
        Assert.Equal(["Safety", "Key"], await house.Sent(Channel.Email));
        Assert.Equal(2, await house.Read(reader).Count(reader.PersonId.Value));
    }

    [OnBothDatabases]
    [Theory]
    public async Task By_sms_it_is_short_and_follows_the_choice(Provider provider)
    {
        await using var house = await House.On(provider);
        var reader = await house.Somebody();
        await house.GivePhone(reader, "09120000000");
        await house.Tell(reader, NoticeDesk.Decided);
        await house.Tell(reader, NoticeDesk.Urgent);
        Assert.Equal(["Urgent"], await house.Sent(Channel.Sms));
        await house.Choose(reader, MailPace.AtOnce, sms: true);
        await house.Tell(reader, NoticeDesk.Decided);
        Assert.Equal(["Urgent", "Decided"], await house.Sent(Channel.Sms));
        Assert.All(
            await house.As(Actor.System).Outbox.Where(m => m.Channel == Channel.Sms).ToListAsync(),
            m => Assert.Equal(m.Title, m.Text)
        );
    }

    /// <summary>A change of the choice stands in the record as what it was and is.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_choice_is_kept_and_recorded(Provider provider)
    {
        await using var house = await House.On(provider);
        var reader = await house.Somebody();
        await house.Choose(reader, MailPace.Daily, sms: true);
        await house.Choose(reader, MailPace.Never, sms: true);
        var db = house.As(reader);
        Assert.Equal(
            [
                new TopicChoice("test-letter", MailPace.Never, true),
                new TopicChoice("other", MailPace.AtOnce, false),
            ],
            await new ChooseNotices(db, house.ChangesOf(db)).Of(
                reader.PersonId!.Value,
                ["test-letter", "other"]
            )
        );
        var events = await house
            .As(Actor.System)
            .AuditEvents.Where(e => e.Kind == nameof(NoticesChosen))
            .OrderBy(e => e.Id)
            .ToListAsync();
        var change = Assert.Single(
            Platform.Events.EventContent.Parse(events[^1].Content).Changes,
            c => c.Before is not null
        );
        Assert.Equal(
            ("NoticeChoice", "Mail", "Daily", "Never"),
            (change.Record, change.Field, change.Before, change.After)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_letter_a_day_gathers_what_was_not_read_meanwhile(Provider provider)
    {
        await using var house = await House.On(provider);
        var (reader, quick) = (await house.Somebody(), await house.Somebody());
        foreach (var one in new[] { reader, quick })
        {
            await house.Choose(one, MailPace.Daily, sms: false);
            await house.Tell(one, NoticeDesk.Decided);
        }
        await house.Tell(reader, NoticeDesk.Urgent);
        var seen = await house.Read(quick).New(quick.PersonId!.Value, 5);
        await house.Read(quick).Seen(quick.PersonId.Value, [.. seen.Select(n => n.Id)]);
        Assert.Empty(await house.Sent(Channel.Email));
        var day = new DateOnly(2026, 11, 23);
        house.MoveTo(day, 6.9);
        Assert.Equal(0, await house.Digest());
        house.MoveTo(day, 7.1);
        Assert.Equal(1, await house.Digest());
        Assert.Equal(["Day"], await house.Sent(Channel.Email));
        // Once a day, and of each notice once.
        await house.Tell(reader, NoticeDesk.Decided);
        Assert.Equal(0, await house.Digest());
        house.MoveTo(day.AddDays(1), 7.1);
        Assert.Equal(1, await house.Digest());
        house.MoveTo(day.AddDays(2), 7.1);
        Assert.Equal(0, await house.Digest());
    }

    [OnBothDatabases]
    [Theory]
    public async Task Of_many_processes_one_writes_the_letters_of_the_day(Provider provider)
    {
        await using var house = await House.On(provider);
        var reader = await house.Somebody();
        await house.Choose(reader, MailPace.Daily, sms: false);
        await house.Tell(reader, NoticeDesk.Decided);
        house.MoveTo(new DateOnly(2026, 11, 23), 8);
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => house.Digest()))
        );
        Assert.Equal(1, sent.Sum());
        Assert.Equal(["Day"], await house.Sent(Channel.Email));
    }
}
