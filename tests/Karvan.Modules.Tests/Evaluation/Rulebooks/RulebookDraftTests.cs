using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Rules.Editing;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation.Rulebooks;

/// <summary>A rulebook is copied, written, sent, and published by somebody else; from then on it stands.</summary>
public sealed class RulebookDraftTests
{
    private const string List = "priority-countries";

    [OnBothDatabases]
    [Theory]
    public async Task A_copy_is_written_and_published_by_two_people(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        var (drafter, approver) = (await desk.Officer(), await desk.Officer());
        var id = (await desk.Begin(drafter)).Draft!.Id;
        Assert.True(
            (await desk.Edit(drafter, id, 0, t => t.Countries(List, ["AF", "IQ", "NO"]))).Done
        );
        Assert.Null(await desk.Send(drafter, id, 1));
        Assert.Equal(RulebookDraftRefusal.OwnWork, await desk.Publish(drafter, id, 2));
        Assert.Equal(RulebookDraftRefusal.NoReason, await desk.Return(approver, id, 2, " "));
        Assert.Null(await desk.Return(approver, id, 2, "عراق کافی نیست"));
        Assert.Equal("عراق کافی نیست", (await desk.One(id, drafter))!.Remark);
        Assert.Null(await desk.Send(drafter, id, 3));
        Assert.Null(await desk.Publish(approver, id, 4));

        // Anybody finds it beside the shipped ones, by what it says.
        var library = RulebookDesk.Library(house.As(Actor.Public));
        var book = library.Find("exemplary-exporter", 1403)!;
        Assert.Equal(["AF", "IQ", "NO"], book.Lists[List].Countries);
        Assert.Equal((1403, 1, 1402), (book.Year, book.Version, book.Years.Last));
        Assert.Same(book, library.Find(book.Hash));
        Assert.Equal([1403, 1402], library.All().Select(b => b.Year));
        var kept = await house
            .As(Actor.System)
            .PublishedRulebooks.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            (drafter.PersonId, approver.PersonId, RulebookDesk.Shipped.Hash),
            (kept.DrafterId, kept.ApproverId, kept.BeforeHash)
        );
        // Comments and citations came along.
        Assert.Contains("# R7 gives no points.", kept.Text, StringComparison.Ordinal);
        var kinds = await house
            .As(Actor.System)
            .AuditEvents.Where(e => e.SubjectId == id || e.SubjectId == kept.Id)
            .OrderBy(e => e.Id)
            .Select(e => e.Kind)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                nameof(RulebookDraftBegun),
                "RulebookListsEdited",
                nameof(RulebookDraftSent),
                nameof(RulebookDraftReturned),
                nameof(RulebookDraftSent),
                nameof(RulebookPublished),
            ],
            kinds
        );
        var told = await house
            .As(Actor.System)
            .Set<Karvan.Platform.Notices.Notice>()
            .Select(n => n.TitleFa)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Approved", "Returned", "Sent", "Sent"], told.Order(StringComparer.Ordinal));
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_published_is_copied_again_as_the_next_version(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        await desk.Published();
        var first = RulebookDesk.Library(house.As(Actor.Public)).Find("exemplary-exporter", 1403)!;
        var again = (await desk.Begin(await desk.Officer(), 1403, first.Hash)).Draft!;
        Assert.Equal((1403, 2, first.Hash), (again.Year, again.Number, again.FromHash));
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_wrong_is_refused_by_name(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        var (drafter, other) = (await desk.Officer(), await desk.Officer());
        Assert.Equal(
            [RulebookDraftRefusal.SourceUnknown, RulebookDraftRefusal.YearUnknown],
            (await desk.Begin(drafter, 26, new string('0', 64))).Reasons
        );
        var id = (await desk.Begin(drafter)).Draft!.Id;
        // The loader's own refusal, with its line; nothing is kept of it.
        var broken = await desk.Edit(drafter, id, 0, t => t.Countries(List, ["AF", "AF"]));
        Assert.Equal([RulebookDraftRefusal.DoesNotLoad], broken.Reasons);
        Assert.Equal("repeated-value", Assert.Single(broken.Problems).Code);
        Assert.Equal(0, (await desk.One(id, drafter))!.Version);
        var named = await desk.Edit(
            drafter,
            id,
            0,
            t => new RulebookText(
                t.Text.Replace("id: exemplary-exporter", "id: other", StringComparison.Ordinal)
            )
        );
        Assert.Equal([RulebookDraftRefusal.OtherFamily], named.Reasons);
        Assert.Equal(
            [RulebookDraftRefusal.NotYours],
            (await desk.Edit(other, id, 0, t => t)).Reasons
        );
        Assert.Equal(
            [RulebookDraftRefusal.Stale],
            (await desk.Edit(drafter, id, 7, t => t)).Reasons
        );
        Assert.Equal(
            [RulebookDraftRefusal.NotFound],
            (await desk.Edit(drafter, Guid.NewGuid(), 0, t => t)).Reasons
        );
        Assert.Equal(RulebookDraftRefusal.NotYours, await desk.Send(other, id, 0));
        Assert.Equal(RulebookDraftRefusal.NotSent, await desk.Publish(other, id, 0));
        Assert.Equal(RulebookDraftRefusal.NotSent, await desk.TakeBack(drafter, id, 0));
        Assert.Null(await desk.Send(drafter, id, 0));
        Assert.Equal(
            [RulebookDraftRefusal.NotOpen],
            (await desk.Edit(drafter, id, 1, t => t)).Reasons
        );
        Assert.Equal(RulebookDraftRefusal.Stale, await desk.Publish(other, id, 0));
        Assert.Null(await desk.TakeBack(drafter, id, 1));
        Assert.Null(await desk.Drop(drafter, id, 2));
        Assert.Equal(RulebookDraftRefusal.NotOpen, await desk.Send(drafter, id, 3));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_year_and_version_are_published_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        var (one, other) = (
            await desk.Sent(await desk.Officer()),
            await desk.Sent(await desk.Officer())
        );
        Assert.Null(await desk.Publish(await desk.Officer(), one, 1));
        Assert.Equal(
            RulebookDraftRefusal.NumberTaken,
            await desk.Publish(await desk.Officer(), other, 1)
        );
    }

    /// <summary>Several approve at once while its drafter takes it back: one of them all has their way.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Of_those_who_decide_at_once_one_does(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        var drafter = await desk.Officer();
        var id = await desk.Sent(drafter);
        var approvers = new List<Actor>();
        for (var i = 0; i < 4; i++)
        {
            approvers.Add(await desk.Officer());
        }
        var asked = approvers
            .Select(a => desk.Publish(a, id, 1))
            .Append(desk.TakeBack(drafter, id, 1))
            .Append(desk.Return(approvers[0], id, 1, "دلیل"));
        var answers = await Task.WhenAll(asked);
        Assert.Single(answers, a => a is null);
        var draft = (await desk.One(id, drafter))!;
        var published = await house
            .As(Actor.System)
            .PublishedRulebooks.CountAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, draft.Version);
        Assert.Equal(draft.State is RulebookDraftState.Published ? 1 : 0, published);
    }

    /// <summary>Not of one province, not of the other body, no firm and nobody.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Others_neither_see_drafts_nor_write_them(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        var id = await desk.Sent(await desk.Officer());
        Actor[] others =
        [
            Actor.Public,
            await house.Somebody(),
            await house.Expert("08", Body.TradePromotion),
            await CampaignHouse.Secretary(house, Provinces.Of("08")),
            await house.Somebody(p =>
                Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
            ),
        ];
        foreach (var other in others)
        {
            Assert.Null(await desk.One(id, other));
            if (other.PersonId is not null)
            {
                await Assert.ThrowsAsync<BeyondReachException>(() => desk.Begin(other));
                Assert.Equal(RulebookDraftRefusal.NotFound, await desk.Publish(other, id, 1));
            }
        }
    }

    /// <summary>Each who acts for a firm is told once; who only claims to is not.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Firms_are_told_of_the_list_and_its_changes(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        var (one, _) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var (other, _) = await house.Firm("فرش تبریز", "03", Numbers.Legal(2));
        var (claimant, _) = await house.Firm("تازه", "08", Numbers.Legal(3), claim: true);
        var drafter = await desk.Officer();
        var id = (await desk.Begin(drafter)).Draft!.Id;
        await desk.Edit(drafter, id, 0, t => t.Countries(List, ["AF", "NO"]));
        await desk.Send(drafter, id, 1);
        Assert.Null(await desk.Publish(await desk.Officer(), id, 2));
        await desk.TellFirms();
        await desk.TellFirms();
        var db = house.As(Actor.System);
        var told = await db.Set<Karvan.Platform.Notices.Notice>()
            .Where(n => n.TitleFa == "Announced")
            .Select(n => n.PersonId)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new[] { one.PersonId!.Value, other.PersonId!.Value }.Order(), told.Order());
        Assert.DoesNotContain(claimant.PersonId!.Value, told);
        var book = await db.PublishedRulebooks.SingleAsync(TestContext.Current.CancellationToken);
        var change = ListChange.Of(RulebookDesk.Library(db), book);
        Assert.Equal(["NO"], change.Added);
        Assert.Equal(25, change.Removed.Count);
        Assert.Equal(["AF", "NO"], change.Countries);
    }

    /// <summary>What stands in the table is what was published, or nobody goes by it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_row_that_somebody_changed_is_not_taken(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = new RulebookDesk(house);
        await desk.Published();
        var db = house.As(Actor.System);
        await db.PublishedRulebooks.ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Text, b => b.Text.Replace("max: 200", "max: 201")),
            TestContext.Current.CancellationToken
        );
        Assert.Throws<InvalidOperationException>(() =>
            RulebookDesk.Library(house.As(Actor.Public)).All()
        );
    }
}
