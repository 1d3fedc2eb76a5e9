using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Modules.Tests.Registry.ClaimDesk;

namespace Karvan.Modules.Tests.Registry;

/// <summary>Nothing of a firm before a claim to it is verified; two who claim one firm; what each of them is told.</summary>
public sealed class ClaimTests
{
    private const string Firm = "ظروف مسی سپاهان";

    [OnBothDatabases]
    [Theory]
    public async Task A_registration_is_a_claim_until_it_is_verified_and_again_when_it_is_refused(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (person, firm) = await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        Assert.True(await IsClaim(house, firm));

        Assert.Null(await Decide(house, expert, firm, 0, VerificationState.Verified));
        Assert.False(await IsClaim(house, firm));
        Assert.Equal(["Verified"], await Letters(house, person));

        // A new name goes to the expert again; until then they are who they were found to be.
        var db = house.As(person);
        Assert.True(
            (
                await new EditEnterprise(db, house.ChangesOf(db)).Run(
                    firm,
                    1,
                    new EnterpriseProfile("نام دیگر", "08")
                )
            ).Done
        );
        Assert.False(await IsClaim(house, firm));
        Assert.Null(await Decide(house, expert, firm, 2, VerificationState.Refused, "کدام بنگاه؟"));
        Assert.True(await IsClaim(house, firm));
        Assert.Equal(2, (await Letters(house, person)).Count);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_claim_reaches_what_was_typed_and_nothing_else_of_the_firm(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        var claims = Actor.Of(
            person.PersonId!.Value,
            person.Name,
            [Grant.OfClaim(person.PersonId.Value, firm)],
            firm
        );
        var subject = new Subject(nameof(Enterprise), firm, Body.Shared, "08", firm);
        Assert.True(Access.Allows(claims, RegistryActs.ReadEnterprise, subject));
        Assert.True(Access.Allows(claims, RegistryActs.EditEnterprise, subject));
        Assert.False(Access.Allows(claims, RegistryActs.AddEraCertificate, subject));
        Assert.False(Access.Allows(claims, RegistryActs.ReadEraCertificate, subject));
        Assert.False(Access.Allows(claims, PlatformActs.InviteColleague, subject));
        Assert.False(Access.AllowsSome(claims, PlatformActs.InviteColleague));
        // The same in queries.
        Assert.Equal(1, await house.As(claims).Enterprises.CountAsync());
        Assert.Empty(Access.ScopeOf(claims, PlatformActs.InviteColleague, Body.Shared).Enterprises);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_claim_to_a_taken_number_is_settled_by_the_expert_and_both_are_written_to(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (squatter, firm) = await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        var owner = await house.Somebody();
        var made = await Claim(house, owner, Numbers.Legal(1));
        Assert.Equal(
            ClaimRefusal.AlreadyMade,
            (await Claim(house, owner, Numbers.Legal(1))).Refused
        );
        Assert.Equal(["Contested"], await Letters(house, squatter));

        // The owner sees the claim and nothing of the firm; the squatter sees no claim; another province's expert neither.
        Assert.Equal(1, await house.As(owner).FirmClaims.CountAsync());
        Assert.Equal(0, await house.As(owner).Enterprises.CountAsync());
        Assert.Equal(0, await house.As(squatter).FirmClaims.CountAsync());
        Assert.Equal(0, await house.As(await house.Expert("00")).FirmClaims.CountAsync());

        Assert.Equal(
            ClaimRefusal.NoReason,
            await Settle(house, expert, made.Value, 0, ClaimState.Replaced, " ")
        );
        Assert.Equal(
            ClaimRefusal.Stale,
            await Settle(house, expert, made.Value, 3, ClaimState.Replaced, "آگهی")
        );
        Assert.Null(await Settle(house, expert, made.Value, 0, ClaimState.Replaced, "آگهی"));
        Assert.Equal(
            ClaimRefusal.NotWaiting,
            await Settle(house, expert, made.Value, 1, ClaimState.Joined, null)
        );
        var grants = await Grants(house, firm);
        Assert.Equal((owner.PersonId, true), (grants.Single().PersonId, grants.Single().IsClaim));
        Assert.Contains("Accepted", await Letters(house, owner));
        Assert.Contains("Displaced", await Letters(house, squatter));

        // The registration itself is verified as any other, and then they act for the firm.
        Assert.Null(await Decide(house, expert, firm, 0, VerificationState.Verified));
        Assert.False(await IsClaim(house, firm));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Who_joins_a_verified_firm_acts_for_it_at_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var (_, firm) = await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        Assert.Null(await Decide(house, expert, firm, 0, VerificationState.Verified));
        var colleague = await house.Somebody();
        var made = await Claim(house, colleague, Numbers.Legal(1));
        Assert.Null(await Settle(house, expert, made.Value, 0, ClaimState.Joined, null));
        Assert.All(await Grants(house, firm), g => Assert.False(g.IsClaim));
        Assert.Equal(2, (await Grants(house, firm)).Count);
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_refused_is_told_with_its_reason_and_may_be_claimed_again(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        var stranger = await house.Somebody();
        var made = await Claim(house, stranger, Numbers.Legal(1));
        Assert.Null(await Settle(house, expert, made.Value, 0, ClaimState.Refused, "سند شما نیست"));
        Assert.Contains("Refused", await Letters(house, stranger));
        Assert.True((await Claim(house, stranger, Numbers.Legal(1))).Done);
    }

    /// <summary>An expert may have a firm, too: another expert decides about it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Nobody_decides_about_their_own_firm_or_claim(Provider provider)
    {
        await using var house = await House.On(provider);
        var expert = await house.Expert("08");
        var db = house.As(expert);
        await using var notice = await House.Notice();
        var own = await house
            .RegisterIn(db)
            .Run(
                expert.PersonId!.Value,
                new EnterpriseProfile(Firm, "08"),
                Numbers.Legal(1),
                notice
            );
        Assert.Equal(
            EnterpriseRefusal.OwnFirm,
            await Decide(house, expert, own.Value, 0, VerificationState.Verified)
        );
        var other = await house.Expert("08");
        Assert.Null(await Decide(house, other, own.Value, 0, VerificationState.Verified));

        await house.Firm("کس دیگر", "08", Numbers.Legal(2), claim: true);
        var claim = await Claim(house, expert, Numbers.Legal(2));
        Assert.Equal(
            ClaimRefusal.OwnClaim,
            await Settle(house, expert, claim.Value, 0, ClaimState.Joined, null)
        );
        // Nor about somebody else's claim to it: they are a party.
        var stranger = await Claim(house, await house.Somebody(), Numbers.Legal(1));
        Assert.Equal(
            ClaimRefusal.OwnClaim,
            await Settle(house, expert, stranger.Value, 0, ClaimState.Refused, "نه")
        );
        Assert.Null(await Settle(house, other, stranger.Value, 0, ClaimState.Refused, "نه"));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_claim_without_what_it_takes_is_refused(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, _) = await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        var stranger = await house.Somebody();
        Assert.Equal(ClaimRefusal.NumberWrong, (await Claim(house, stranger, "12")).Refused);
        Assert.Equal(
            ClaimRefusal.NumberFree,
            (await Claim(house, stranger, Numbers.Legal(2))).Refused
        );
        Assert.Equal(
            ClaimRefusal.StatementMissing,
            (await Claim(house, stranger, Numbers.Legal(1), statement: " ")).Refused
        );
        Assert.Equal(
            ClaimRefusal.FileMissing,
            (await Claim(house, stranger, Numbers.Legal(1), file: false)).Refused
        );
        Assert.Equal(
            ClaimRefusal.AlreadyTheirs,
            (await Claim(house, person, Numbers.Legal(1))).Refused
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_company_shows_its_notice_and_a_person_who_trades_has_none(Provider provider)
    {
        await using var house = await House.On(provider);
        var person = await house.Somebody();
        async Task<EnterpriseRefusal?> Register(string number)
        {
            var db = house.As(person);
            return (
                await house
                    .RegisterIn(db)
                    .Run(person.PersonId!.Value, new EnterpriseProfile(Firm, "08"), number, null)
            ).Refused;
        }
        Assert.Equal(EnterpriseRefusal.NoticeMissing, await Register(Numbers.Legal(1)));
        Assert.Null(await Register("0084575948"));
    }

    [OnBothDatabases]
    [Theory]
    public async Task Claims_and_their_documents_move_with_the_firm(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm(Firm, "08", Numbers.Legal(1), claim: true);
        var stranger = await house.Somebody();
        await Claim(house, stranger, Numbers.Legal(1));
        var db = house.As(person);
        await new EditEnterprise(db, house.ChangesOf(db)).Run(
            firm,
            0,
            new EnterpriseProfile(Firm, "00")
        );
        var there = house.As(await house.Expert("00"));
        var claim = await there.FirmClaims.SingleAsync();
        Assert.Equal(1, await there.Attachments.CountAsync(a => a.OwnerId == claim.Id));
        Assert.Equal(0, await house.As(await house.Expert("08")).FirmClaims.CountAsync());
    }

    private static async Task<bool> IsClaim(House house, Guid firm) =>
        (await Grants(house, firm)).Single().IsClaim;
}
