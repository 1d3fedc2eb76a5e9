using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>Administrators keep accounts: within their own body and provinces, with a reason, and never the last one away.</summary>
public sealed class KeepingTests
{
    private const string Mail = "maryam@example.org";

    /// <summary>By hand: what an administrator of the Organization in 08 and 21 may give, and one of the whole country.</summary>
    [Theory]
    [InlineData(Role.ProvincialExpert, Body.SmallIndustries, "08", true)]
    [InlineData(Role.ProvincialExpert, Body.SmallIndustries, "08,21", true)]
    [InlineData(Role.Administrator, Body.SmallIndustries, "21", true)]
    [InlineData(Role.ProvincialExpert, Body.SmallIndustries, "08,05", false)]
    [InlineData(Role.ProvincialExpert, Body.SmallIndustries, "*", false)]
    [InlineData(Role.ProvincialExpert, Body.SmallIndustries, "", false)]
    [InlineData(Role.ProvincialExpert, Body.TradePromotion, "08", false)]
    [InlineData(Role.Auditor, Body.Shared, "08", false)]
    [InlineData(Role.FirmUser, Body.SmallIndustries, "08", false)]
    [InlineData(Role.Promoter, Body.SmallIndustries, "08", false)]
    public void Nobody_gives_more_than_they_hold(Role role, Body body, string provinces, bool may)
    {
        var id = Guid.CreateVersion7();
        Actor Holds(Grant grant) => Actor.Of(id, "", [grant], null);
        var administrator = Holds(
            Administrator(id, Body.SmallIndustries, Provinces.Of("08", "21"))
        );
        Assert.Equal(
            may,
            GrantReach.MayGive(administrator, role, body, Provinces.Parse(provinces))
        );
        var national = Holds(Administrator(id, Body.Shared, Provinces.Country));
        Assert.Equal(
            role.IsStaff() && provinces.Length > 0,
            GrantReach.MayGive(national, role, body, Provinces.Parse(provinces))
        );
        var expert = Holds(Grant.OfStaff(id, Role.ProvincialExpert, body, Provinces.Country));
        Assert.False(GrantReach.MayGive(expert, role, body, Provinces.Parse(provinces)));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Roles_are_given_and_taken_in_the_chain_of_their_province(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var boss = await Boss(desk, Body.SmallIndustries, Provinces.Of("08"));
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var (role, body, province) = (
            Role.ProvincialExpert,
            Body.SmallIndustries,
            Provinces.Of("08")
        );
        Task<GrantRefusal?> Give(Provinces where) =>
            desk.The<GiveGrant>(boss).Give(boss, id, role, body, where);
        Assert.Equal(GrantRefusal.BeyondReach, await Give(Provinces.Of("21")));
        Assert.Null(await Give(province));
        Assert.Equal(GrantRefusal.AlreadyHeld, await Give(province));
        Assert.Equal(
            GrantRefusal.NotFound,
            await desk.The<GiveGrant>(boss).Give(boss, Guid.NewGuid(), role, body, province)
        );
        var given = await desk.Db.AuditEvents.SingleAsync(e =>
            e.Kind == "GrantGiven" && e.AuthorId == boss.PersonId
        );
        Assert.Equal(("SmallIndustries/08", id), (given.Chain, given.SubjectId));
        var grant = await desk.Db.Grants.SingleAsync(g => g.PersonId == id);
        var other = await Boss(desk, Body.SmallIndustries, Provinces.Of("21"));
        Assert.Equal(
            GrantRefusal.BeyondReach,
            await desk.The<GiveGrant>(other).Take(other, id, grant.Id)
        );
        Assert.Null(await desk.The<GiveGrant>(boss).Take(boss, id, grant.Id));
        Assert.Equal(
            GrantRefusal.NotFound,
            await desk.The<GiveGrant>(boss).Take(boss, id, grant.Id)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nobody_gives_a_role_to_themselves(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var boss = await Boss(desk, Body.Shared, Provinces.Country);
        var own = boss.PersonId!.Value;
        Assert.Equal(
            GrantRefusal.OwnAccount,
            await desk.The<GiveGrant>(boss)
                .Give(boss, own, Role.Auditor, Body.Shared, Provinces.Country)
        );
        Assert.Equal(1, await desk.Db.Grants.CountAsync(g => g.PersonId == own));
        // By a letter to themselves neither.
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var written = Actor.Of(
            id,
            "مدیر",
            [Administrator(id, Body.Shared, Provinces.Country)],
            null
        );
        Assert.Equal(
            InvitationRefusal.OwnAccount,
            await desk.The<InvitePeople>(written)
                .Staff(
                    written,
                    Role.Auditor,
                    Body.Shared,
                    Provinces.Country,
                    Mail.ToUpperInvariant(),
                    "fa"
                )
        );
        Assert.False(await desk.Db.Invitations.AnyAsync());
        // Another administrator gives it.
        var other = await Boss(desk, Body.Shared, Provinces.Country);
        Assert.Null(
            await desk.The<GiveGrant>(other)
                .Give(other, own, Role.Auditor, Body.Shared, Provinces.Country)
        );
    }

    /// <summary>Two national administrators take each other's role at once: one stays.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_last_administrator_of_the_country_stays(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var first = await Boss(desk, Body.Shared, Provinces.Country);
        var second = await Boss(desk, Body.Shared, Provinces.Country);
        var takes = new[] { (By: first, From: second), (By: second, From: first) };
        var refused = await Task.WhenAll(
            takes
                .Select(t => (t.By, t.From, The: desk.The<GiveGrant>(t.By)))
                .ToList()
                .Select(t => t.The.Take(t.By, t.From.PersonId!.Value, t.From.Grants[0].Id))
        );
        Assert.Equal(1, refused.Count(r => r is null));
        Assert.Equal(1, refused.Count(r => r is GrantRefusal.LastOne));
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_account_is_locked_and_opened_with_a_reason_its_holder_reads(
        Provider provider
    )
    {
        await using var desk = await Desk.On(provider);
        var boss = await Boss(desk, Body.Shared, Provinces.Country);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        var session = (await desk.The<SignIn>().Run(Mail, Desk.Password, null, "", "")).Value;
        KeepAccount Keep() => desk.The<KeepAccount>(boss);
        Assert.Equal(KeepRefusal.ReasonMissing, await Keep().Lock(boss, id, " "));
        Assert.Equal(KeepRefusal.OwnAccount, await Keep().Lock(boss, boss.PersonId!.Value, "x"));
        Assert.Equal(KeepRefusal.NothingToDo, await Keep().Unlock(boss, id, "هیچ"));
        Assert.Null(await Keep().Lock(boss, id, "بازنشسته شد"));
        Assert.Equal(KeepRefusal.NothingToDo, await Keep().Lock(boss, id, "باز هم"));
        Assert.False(await desk.The<CurrentActor>().Resume(session.Id));
        Assert.Equal(SignInRefusal.WrongNameOrPassword, await desk.Try(Mail, Desk.Password));
        Assert.Null(await Keep().Unlock(boss, id, "برگشت"));
        Assert.Null(await desk.Try(Mail, Desk.Password));
        Assert.Null(await Keep().EndSessions(boss, id));
        Assert.Empty(await desk.The<Sessions>().Of(id));
        Assert.Equal(KeepRefusal.NothingToDo, await Keep().EndSessions(boss, id));
        var letters = await desk.Letters(Mail);
        Assert.Equal(
            [("locked", "بازنشسته شد"), ("unlocked", "برگشت")],
            letters.TakeLast(2).Select(l => (l.Title, l.Text))
        );
        var happened = await desk.Db.AuditEvents.SingleAsync(e => e.Kind == "AccountLocked");
        Assert.Equal((boss.PersonId, id), (happened.AuthorId, happened.SubjectId));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_lost_second_factor_is_reset_and_told(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var boss = await Boss(desk, Body.Shared, Provinces.Country);
        var id = (await desk.Member(Mail)).PersonId!.Value;
        Assert.Equal(
            KeepRefusal.NothingToDo,
            await desk.The<KeepAccount>(boss).ResetSecondFactor(boss, id, "گم شد")
        );
        await desk.The<SecondFactor>(id).Begin(id, Desk.Password);
        var secret = (await desk.The<SecondFactor>(id).Begun(id))!;
        var code = TimeCode.At(secret, desk.House.Clock.GetUtcNow());
        Assert.True((await desk.The<SecondFactor>(id).Confirm(id, code)).Done);
        Assert.Null(await desk.The<KeepAccount>(boss).ResetSecondFactor(boss, id, "گم شد"));
        Assert.Null(await desk.Try(Mail, Desk.Password));
        Assert.Contains(
            await desk.Letters(Mail),
            l => l is { Title: "factor-reset", Text: "گم شد" }
        );
    }

    /// <summary>Whoever could reset the second factor of a mightier account could become them.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task An_administrator_finds_and_keeps_those_within_reach_alone(Provider provider)
    {
        await using var desk = await Desk.On(provider);
        var boss = await Boss(desk, Body.SmallIndustries, Provinces.Of("08"));
        var national = await Boss(desk, Body.Shared, Provinces.Country);
        var (farmer, _) = await desk.House.Firm("پسته رفسنجان", "08", "10380284790");
        var (weaver, _) = await desk.House.Firm("نساجی یزد", "21", "0499370899");
        var expert = await desk.House.Expert("08");
        var other = await desk.House.Expert("21");
        var trade = await desk.House.Expert("08", Body.TradePromotion);
        var nobody = await desk.Member(Mail);
        var (rows, total) = await desk.The<PeopleSearch>(boss).Rows(boss, new PeopleQuery()).Page();
        Assert.Equal(3, total);
        Assert.Equal(
            new[] { boss, farmer, expert }.Select(a => a.PersonId!.Value).Order(),
            rows.Select(r => r.Id).Order()
        );
        foreach (var beyond in new[] { national, weaver, other, trade, nobody })
        {
            Assert.Equal(
                KeepRefusal.NotFound,
                await desk.The<KeepAccount>(boss).Lock(boss, beyond.PersonId!.Value, "x")
            );
        }
        async Task<int> Count(PeopleQuery question) =>
            (await desk.The<PeopleSearch>(national).Rows(national, question).Page()).Total;
        Assert.Equal(8, await Count(new PeopleQuery()));
        Assert.Equal(1, await Count(new PeopleQuery("MARYAM@example")));
        // The two administrators have the same name, typed on another keyboard here.
        Assert.Equal(3, await Count(new PeopleQuery("احمدي مريم")));
        Assert.Equal(3, await Count(new PeopleQuery(Role: Role.ProvincialExpert)));
        Assert.Equal(5, await Count(new PeopleQuery(Province: "08")));
    }

    private static Task<Actor> Boss(Desk desk, Body body, Provinces provinces) =>
        desk.Member(
            $"boss-{Guid.CreateVersion7():n}@example.org",
            p => Administrator(p, body, provinces)
        );

    private static Grant Administrator(Guid person, Body body, Provinces provinces) =>
        Grant.OfStaff(person, Role.Administrator, body, provinces);
}
