using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>A firm registers itself; the expert of its province verifies, asks or refuses.</summary>
public sealed class EnterpriseTests
{
    private const string Legal = "10380284790";
    private const string Natural = "0499370899";

    [OnBothDatabases]
    [Theory]
    public async Task A_firm_registers_itself_and_waits_for_its_expert(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, firm) = await house.Firm("پسته رفسنجان", "08", "۱۰۳۸۰۲۸۴۷۹۰");
        var expert = await house.Expert("08");
        var (rows, total) = await new EnterpriseSearch(house.As(expert))
            .Rows(new EnterpriseQuery(State: VerificationState.Waiting))
            .Page();
        Assert.Equal(1, total);
        Assert.Equal((firm, Legal), (rows[0].Id, rows[0].Number));
    }

    [OnBothDatabases("")]
    [OnBothDatabases("10380284791")]
    [OnBothDatabases("1038028479")]
    [OnBothDatabases("not a number")]
    [Theory]
    public async Task A_number_that_does_not_hold_is_refused(Provider provider, string number)
    {
        await using var house = await House.On(provider);
        var person = await house.Somebody();
        var refused = await Register(house, person, number);
        Assert.Equal(EnterpriseRefusal.NumberWrong, refused);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_number_has_one_holder(Provider provider)
    {
        await using var house = await House.On(provider);
        await house.Firm("نخست", "08", Natural);
        var second = await house.Somebody();
        Assert.Equal(EnterpriseRefusal.NumberTaken, await Register(house, second, Natural));
        // Nothing of the refused one is there: no firm, no grant.
        var db = house.As(Actor.System);
        Assert.Equal(1, await db.Enterprises.CountAsync());
        Assert.Equal(1, await db.Grants.CountAsync());
    }

    /// <summary>Twenty people at once, one number: one of them gets it, whoever it is.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_number_has_one_holder_however_many_ask_at_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var people = new List<Actor>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await house.Somebody());
        }
        var refusals = await Task.WhenAll(people.Select(p => Register(house, p, Legal)));
        Assert.Equal(1, refusals.Count(r => r is null));
        Assert.All(
            refusals.OfType<EnterpriseRefusal>(),
            r => Assert.Equal(EnterpriseRefusal.NumberTaken, r)
        );
        Assert.Equal(1, await house.As(Actor.System).Enterprises.CountAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task Only_a_reason_asks_or_refuses_and_a_decision_is_made_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var expert = await house.Expert("21");
        Assert.Equal(
            EnterpriseRefusal.NoReason,
            await Decide(house, expert, firm, 0, VerificationState.Refused, " ")
        );
        Assert.Equal(
            EnterpriseRefusal.NoDecision,
            await Decide(house, expert, firm, 0, VerificationState.Waiting, null)
        );
        Assert.Null(await Decide(house, expert, firm, 0, VerificationState.Asked, "نشانی؟"));
        Assert.Equal(
            EnterpriseRefusal.Stale,
            await Decide(house, expert, firm, 0, VerificationState.Verified, null)
        );
        Assert.Equal(
            EnterpriseRefusal.NotWaiting,
            await Decide(house, expert, firm, 1, VerificationState.Verified, null)
        );

        // The firm answers, and it is the expert's turn again.
        var answered = await Edit(
            house,
            person,
            firm,
            1,
            new EnterpriseProfile("فولاد یزد", "21", Address: "یزد")
        );
        Assert.Null(answered);
        Assert.Null(await Decide(house, expert, firm, 2, VerificationState.Verified, null));
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_expert_of_another_province_does_not_find_it(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var stranger = await house.Expert("08");
        Assert.Equal(
            EnterpriseRefusal.NotFound,
            await Decide(house, stranger, firm, 0, VerificationState.Verified, null)
        );
        Assert.Equal(
            0,
            (
                await new EnterpriseSearch(house.As(stranger)).Rows(new EnterpriseQuery()).Page()
            ).Total
        );
        Assert.Equal(
            0,
            (
                await new EnterpriseSearch(house.As(Actor.Public))
                    .Rows(new EnterpriseQuery())
                    .Page()
            ).Total
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Who_edits_over_a_newer_version_is_told(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("فولاد یزد", "21", Legal);
        Assert.Null(
            await Edit(
                house,
                person,
                firm,
                0,
                new EnterpriseProfile("فولاد یزد", "21", Employees: 40)
            )
        );
        Assert.Equal(
            EnterpriseRefusal.Stale,
            await Edit(
                house,
                person,
                firm,
                0,
                new EnterpriseProfile("فولاد یزد", "21", Employees: 50)
            )
        );
        var now = await house.As(person).Enterprises.SingleAsync(e => e.Id == firm);
        Assert.Equal((40, 1), (now.Employees, now.Version));
    }

    [OnBothDatabases("كويري")]
    [OnBothDatabases("کویری صنایع")]
    [OnBothDatabases("نیم فاصله")]
    [OnBothDatabases("نیمفاصله")]
    [OnBothDatabases("نیم‌فاصله صنايع")]
    [OnBothDatabases("۱۰۳۸۰")]
    [OnBothDatabases("10380284790")]
    [Theory]
    public async Task Search_does_not_mind_keyboards_digits_half_spaces_or_order(
        Provider provider,
        string words
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("صنایع نیم‌فاصلهٔ کویری", "21", Legal);
        var (rows, _) = await new EnterpriseSearch(house.As(person))
            .Rows(new EnterpriseQuery(words))
            .Page();
        Assert.Equal(firm, Assert.Single(rows).Id);
        Assert.Empty(
            (
                await new EnterpriseSearch(house.As(person))
                    .Rows(new EnterpriseQuery(words + " فولاد"))
                    .Page()
            ).Rows
        );
    }

    private static async Task<EnterpriseRefusal?> Register(House house, Actor person, string number)
    {
        var db = house.As(person);
        await using var notice = await House.Notice();
        var made = await house
            .RegisterIn(db)
            .Run(person.PersonId!.Value, new EnterpriseProfile("نام", "08"), number, notice);
        return made.Refused;
    }

    private static async Task<EnterpriseRefusal?> Decide(
        House house,
        Actor expert,
        Guid firm,
        int version,
        VerificationState decision,
        string? remark
    )
    {
        var db = house.As(expert);
        return (
            await new VerifyEnterprise(db, house.ChangesOf(db)).Run(firm, version, decision, remark)
        ).Refused;
    }

    private static async Task<EnterpriseRefusal?> Edit(
        House house,
        Actor person,
        Guid firm,
        int version,
        EnterpriseProfile profile
    )
    {
        var db = house.As(person);
        return (
            await new EditEnterprise(db, house.ChangesOf(db)).Run(firm, version, profile)
        ).Refused;
    }
}
