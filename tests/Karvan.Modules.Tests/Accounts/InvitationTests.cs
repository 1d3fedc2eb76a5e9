using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>Invitations: to the address alone, once, for a while; the last one of a firm stays.</summary>
public sealed class InvitationTests
{
    private const string Mail = "colleague@example.org";
    private const string Legal = "10380284790";

    [OnBothDatabases]
    [Theory]
    public async Task A_colleague_joins_by_the_link_and_acts_for_the_firm(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var (owner, firm) = await desk.House.Firm("پسته رفسنجان", "08", Legal);
        var token = await Invite(desk, owner, firm);
        Assert.Empty(
            await desk.The<AcceptInvitation>().Join(token, "زهرا", null, Desk.Password, "fa")
        );
        Assert.Null(await desk.Try(Mail, Desk.Password));
        var people = await desk.The<FirmPeople>(owner).Of(firm);
        Assert.Equal(2, people.Count);
        var happened = await desk.Db.AuditEvents.SingleAsync(e => e.Kind == "InvitationAccepted");
        Assert.Equal(
            ("Shared/08", "زهرا", firm),
            (happened.Chain, happened.AuthorName, happened.SubjectId)
        );
        Assert.DoesNotContain(token, happened.Content, StringComparison.Ordinal);
        Assert.Equal(
            [AcceptRefusal.Used],
            await desk.The<AcceptInvitation>().Join(token, "دیگری", null, Desk.Password, "fa")
        );
        Assert.Equal(
            InvitationRefusal.AlreadyHeld,
            await desk.The<InvitePeople>(owner).Colleague(owner, Subject(firm), "نام", Mail, "fa")
        );
    }

    /// <summary>Ten clicks at once: one account, one grant.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task It_is_accepted_once_however_many_click_at_once(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var (owner, firm) = await desk.House.Firm("پسته رفسنجان", "08", Legal);
        var token = await Invite(desk, owner, firm);
        var joins = Enumerable.Range(0, 6).Select(_ => desk.The<AcceptInvitation>()).ToList();
        var joined = await Task.WhenAll(
            joins.Select(j => j.Join(token, "زهرا", null, Desk.Password, "fa"))
        );
        Assert.Equal(1, joined.Count(r => r is []));
        Assert.Equal(2, (await desk.The<FirmPeople>().Of(firm)).Count);

        var member = await desk.Member("member@example.org");
        var second = await Invite(desk, owner, firm, "member@example.org");
        var accepts = Enumerable.Range(0, 6).Select(_ => desk.The<AcceptInvitation>()).ToList();
        var refused = await Task.WhenAll(
            accepts.Select(a => a.Run(member.PersonId!.Value, second))
        );
        Assert.Equal(1, refused.Count(r => r is null));
        Assert.All(refused.OfType<AcceptRefusal>(), r => Assert.Equal(AcceptRefusal.Used, r));
        Assert.Equal(3, (await desk.The<FirmPeople>().Of(firm)).Count);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Another_address_an_old_link_and_a_withdrawn_one_are_refused(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var (owner, firm) = await desk.House.Firm("پسته رفسنجان", "08", Legal);
        var stranger = (await desk.Member("stranger@example.org")).PersonId!.Value;
        var token = await Invite(desk, owner, firm);
        var accept = desk.The<AcceptInvitation>();
        Assert.Equal(AcceptRefusal.OtherAddress, await accept.Run(stranger, token));
        Assert.Equal(AcceptRefusal.LinkWrong, await accept.Run(stranger, token + "x"));
        Assert.Equal(
            [AcceptRefusal.NameMissing, AcceptRefusal.PasswordTooWeak],
            await desk.The<AcceptInvitation>().Join(token, " ", null, "short", "fa")
        );
        Assert.Equal(
            [AcceptRefusal.PasswordTooWeak],
            await desk.The<AcceptInvitation>().Join(token, "زهرا", null, "short", "fa")
        );
        // Invited again: the first link is worth nothing.
        var again = await Invite(desk, owner, firm);
        Assert.Equal(
            AcceptRefusal.Withdrawn,
            (await desk.The<AcceptInvitation>().Find(token)).Refused
        );
        var open = Assert.Single(await desk.The<FirmPeople>().Invited(firm));
        Assert.Equal(
            InvitationRefusal.NotOpen,
            await desk.The<InvitePeople>(owner).Withdraw(owner, open.Id, null)
        );
        Assert.Null(await desk.The<InvitePeople>(owner).Withdraw(owner, open.Id, Subject(firm)));
        Assert.Equal(
            InvitationRefusal.NotOpen,
            await desk.The<InvitePeople>(owner).Withdraw(owner, open.Id, Subject(firm))
        );
        Assert.Equal(
            AcceptRefusal.Withdrawn,
            (await desk.The<AcceptInvitation>().Find(again)).Refused
        );
        var third = await Invite(desk, owner, firm);
        desk.House.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(
            AcceptRefusal.Expired,
            (await desk.The<AcceptInvitation>().Find(third)).Refused
        );
        await desk.Member(Mail);
        var last = await Invite(desk, owner, firm);
        Assert.Equal(
            [AcceptRefusal.HasAccount],
            await desk.The<AcceptInvitation>().Join(last, "زهرا", null, Desk.Password, "fa")
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Only_its_own_people_invite_for_a_firm_and_only_whole_addresses(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        var (owner, firm) = await desk.House.Firm("پسته رفسنجان", "08", Legal);
        var expert = await desk.House.Expert("08");
        Assert.Equal(
            InvitationRefusal.BeyondReach,
            await desk.The<InvitePeople>(expert).Colleague(expert, Subject(firm), "", Mail, "fa")
        );
        foreach (
            var wrong in new[] { "", "no address", "Ali <a@example.org>", "a@b.c\r\nBcc: d@e.f" }
        )
        {
            Assert.Equal(
                InvitationRefusal.EmailWrong,
                await desk.The<InvitePeople>(owner).Colleague(owner, Subject(firm), "", wrong, "fa")
            );
        }
        Assert.Empty(await desk.Db.Invitations.ToListAsync());
    }

    /// <summary>Two people of a firm remove each other at once: one of them stays.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_last_one_of_a_firm_stays(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var (owner, firm) = await desk.House.Firm("پسته رفسنجان", "08", Legal);
        var first = owner.PersonId!.Value;
        Assert.Equal(
            GrantRefusal.LastOne,
            await desk.The<FirmPeople>(owner).Remove(owner, Subject(firm), first)
        );
        var member = await desk.Member(Mail, p => Grant.OfFirm(p, firm));
        var removals = new[]
        {
            (Desk: desk.The<FirmPeople>(owner), By: owner, Who: member.PersonId!.Value),
            (Desk: desk.The<FirmPeople>(member), By: member, Who: first),
        };
        var refused = await Task.WhenAll(
            removals.Select(r => r.Desk.Remove(r.By, Subject(firm), r.Who))
        );
        Assert.Equal(1, refused.Count(r => r is null));
        Assert.Contains(GrantRefusal.LastOne, refused.OfType<GrantRefusal>());
        Assert.Single(await desk.The<FirmPeople>().Of(firm));
        // Whoever was removed is told.
        Assert.Single(await desk.Db.Outbox.Where(m => m.Title == "role-taken").ToListAsync());
        var stranger = await desk.House.Expert("08");
        Assert.Equal(
            GrantRefusal.BeyondReach,
            await desk.The<FirmPeople>(stranger).Remove(stranger, Subject(firm), first)
        );
        Assert.Equal(
            GrantRefusal.NotFound,
            await desk.The<FirmPeople>(owner).Remove(owner, Subject(firm), stranger.PersonId!.Value)
        );
    }

    private static Subject Subject(Guid firm) => new("Enterprise", firm, Body.Shared, "08", firm);

    private static async Task<string> Invite(Desk desk, Actor owner, Guid firm, string mail = Mail)
    {
        var refused = await desk.The<InvitePeople>(owner)
            .Colleague(owner, Subject(firm), "پسته رفسنجان", mail, "fa");
        Assert.Null(refused);
        return (await desk.Letters(mail)).Last(m => m.Title == "invitation").Text;
    }
}
