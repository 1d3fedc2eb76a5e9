using Karvan.Platform.Authorization;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>Registrations that may be one firm are found by what they share, and told apart once.</summary>
public sealed class DuplicateTests
{
    [OnBothDatabases(
        "08",
        "شركت پسته‌ی سبز کرمان",
        DuplicateSigns.SameName | DuplicateSigns.NearName
    )]
    [OnBothDatabases("08", "پسته سبز کرمان شرق", DuplicateSigns.NearName)]
    [OnBothDatabases("08", "پسته سرخ یزد", DuplicateSigns.None)]
    [OnBothDatabases("08", "سبز", DuplicateSigns.None)]
    [OnBothDatabases("21", "پسته ی سبز کرمان (سهامی خاص)", DuplicateSigns.SameName)]
    [OnBothDatabases("21", "پسته سبز کرمان شرق", DuplicateSigns.None)]
    [Theory]
    public async Task Names_are_compared_in_one_spelling(
        Provider provider,
        string province,
        string name,
        DuplicateSigns signs
    )
    {
        await using var house = await House.On(provider);
        await house.Firm(
            name.Contains("ی سبز", StringComparison.Ordinal)
            || name.Contains("‌ی", StringComparison.Ordinal)
                ? "پسته ی سبز کرمان"
                : "پسته سبز کرمان",
            "08",
            Numbers.Legal(1)
        );
        await house.Firm(name, province, Numbers.Legal(2));
        var pairs = await house.As(Actor.System).Set<LikelyDuplicate>().ToListAsync();
        Assert.Equal(signs, (DuplicateSigns)pairs.Sum(p => p.Signs));
        // One walk over all of them finds the same.
        var db = house.As(Actor.System);
        Assert.Equal(0, await new NoteAllDuplicates(db, house.ChangesOf(db)).Run());
    }

    [OnBothDatabases("+98 21 8888-1234", "۰۲۱۸۸۸۸۱۲۳۴", null, null, DuplicateSigns.SamePhone)]
    [OnBothDatabases("123", "123", null, null, DuplicateSigns.None)]
    [OnBothDatabases(
        null,
        null,
        "Info@Firm.example",
        " info@firm.example",
        DuplicateSigns.SameEmail
    )]
    [Theory]
    public async Task A_shared_telephone_or_address_is_a_sign_and_goes_with_it(
        Provider provider,
        string? phone,
        string? otherPhone,
        string? mail,
        string? otherMail,
        DuplicateSigns signs
    )
    {
        await using var house = await House.On(provider);
        var (first, one) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        var (second, other) = await house.Firm("فولاد یزد", "21", Numbers.Legal(2));
        await Contact(house, first, one, "پسته کرمان", "08", 0, phone, mail);
        await Contact(house, second, other, "فولاد یزد", "21", 0, otherPhone, otherMail);
        var db = house.As(Actor.System);
        var pairs = await db.Set<LikelyDuplicate>().AsNoTracking().ToListAsync();
        Assert.Equal(signs, (DuplicateSigns)pairs.Sum(p => p.Signs));
        await Contact(house, second, other, "فولاد یزد", "21", 1, "02112345678", null);
        Assert.Empty(await db.Set<LikelyDuplicate>().AsNoTracking().ToListAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_expert_sees_pairs_of_their_province_and_of_others_only_that_there_is_one(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (_, one) = await house.Firm("پسته کرمان", "08", Numbers.Legal(1));
        await house.Firm("پسته کرمان", "08", Numbers.Legal(2));
        await house.Firm("پسته کرمان", "21", Numbers.Legal(3));
        var expert = await house.Expert("08");
        var search = new DuplicateSearch(house.As(expert));
        Assert.Equal(1, (await search.Rows(null).Page()).Total);
        Assert.Equal(0, (await search.Rows(DuplicateSigns.SamePhone).Page()).Total);
        var (pairs, hidden) = await search.Of(one);
        Assert.Equal(1, hidden);
        var pair = Assert.Single(pairs);
        var (nobody, count) = await new DuplicateSearch(house.As(await house.Expert("00")))
            .Rows(null)
            .Page();
        Assert.Equal((0, 0), (nobody.Count, count));

        Assert.Equal(
            DuplicateRefusal.NotFound,
            await TellApart(house, await house.Expert("21"), pair.Pair.Id, 0)
        );
        Assert.Null(await TellApart(house, expert, pair.Pair.Id, 0));
        Assert.Equal(DuplicateRefusal.Stale, await TellApart(house, expert, pair.Pair.Id, 0));
        Assert.Empty((await search.Of(one)).Pairs);
        // An edit does not bring it back.
        var db = house.As(Actor.System);
        await new EditEnterprise(db, house.ChangesOf(db)).Run(
            one,
            0,
            new EnterpriseProfile("پسته کرمان", "08", Employees: 5)
        );
        Assert.Empty((await search.Of(one)).Pairs);
    }

    /// <summary>Both register at the same moment: the second one finds the first.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Duplicates_that_register_at_once_are_found(Provider provider)
    {
        await using var house = await House.On(provider);
        await Task.WhenAll(
            Enumerable.Range(1, 4).Select(i => house.Firm("پسته کرمان", "08", Numbers.Legal(i)))
        );
        // Four firms make six pairs.
        Assert.Equal(6, await house.As(Actor.System).Set<LikelyDuplicate>().CountAsync());
    }

    private static async Task<DuplicateRefusal?> TellApart(
        House house,
        Actor expert,
        Guid pair,
        int version
    )
    {
        var db = house.As(expert);
        var use = new TellDuplicatesApart(db, house.ChangesOf(db), house.Clock);
        return await use.Run(pair, version, "دو برادرند");
    }

    private static async Task Contact(
        House house,
        Actor actor,
        Guid firm,
        string name,
        string province,
        int version,
        string? phone,
        string? mail
    )
    {
        var db = house.As(actor);
        var done = await new EditEnterprise(db, house.ChangesOf(db)).Run(
            firm,
            version,
            new EnterpriseProfile(name, province) { Contacts = [("کسی", null, phone, mail)] }
        );
        Assert.True(done.Done);
    }
}
