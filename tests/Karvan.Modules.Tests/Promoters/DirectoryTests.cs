using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Promoters;

/// <summary>The public search finds what a firm would type, and shows what was published and nothing else.</summary>
public sealed class DirectoryTests
{
    /// <summary>Approved: "نیما پسته‌چی", pistachios "پستهٔ کله‌قوچی" of chapter 08, in Kerman (08) and Yazd (21), English and Arabic.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Search_does_not_mind_keyboards_half_spaces_order_or_language(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (_, id, _) = await databank.Promoter();
        foreach (
            var words in new[]
            {
                "پسته",
                "پسته كله قوچي",
                "كله‌قوچي",
                "کلهقوچی",
                "قوچی پسته",
                "نيما",
                "پستهچی نیما",
                "nuts",
                "NUTS Pistachios",
                "خشکبار یزد",
                "کرمان عربی پسته",
                "arabic",
                "",
            }
        )
        {
            var found = await databank.Search(new DirectoryQuery(words));
            Assert.True(found.Count == 1 && found[0].Id == id, words);
        }
        foreach (var words in new[] { "فرش", "پسته تبریز", "0912", "nima@example.org", "اجماع" })
        {
            Assert.True((await databank.Search(new DirectoryQuery(words))).Count == 0, words);
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task Field_province_and_language_narrow_it(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, near, version) = await databank.Promoter("08", "نزدیک");
        var (other, everywhere, second) = await databank.Promoter("05", "همه‌جا");
        Assert.True(
            (
                await databank.Save(
                    other,
                    second,
                    new FieldsSection([("57", null), ("69", "کاشی")], Provinces.Country)
                )
            ).Done
        );
        async Task Expect(DirectoryQuery question, params Guid[] ids) =>
            Assert.Equal(ids.Order(), (await databank.Search(question)).Select(r => r.Id).Order());
        await Expect(new DirectoryQuery(Chapter: "08"), near);
        await Expect(new DirectoryQuery(Chapter: "57"), everywhere);
        await Expect(new DirectoryQuery(Province: "21"), near, everywhere);
        await Expect(new DirectoryQuery(Province: "00"), everywhere);
        await Expect(new DirectoryQuery(Language: "ar"), near, everywhere);
        await Expect(new DirectoryQuery(Language: "ru"));
        await Expect(new DirectoryQuery(Chapter: "08", Province: "00"));
        await Expect(new DirectoryQuery("carpets", Province: "30"), everywhere);
        var page = await databank.Search(new DirectoryQuery(), skip: 1, take: 1);
        Assert.Equal("همه‌جا", Assert.Single(page).NameFa);
        Assert.NotNull(person.PersonId);
        Assert.True(version > 0);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Of_phone_and_address_only_what_was_chosen_is_shown(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Promoter();
        var first = await databank.Profile(id);
        Assert.Equal((null, "nima@example.org"), (first!.Phone, first.Email));
        await databank.Save(
            person,
            version,
            new ContactSection("0913", "nima@example.org", true, false, Consents: true)
        );
        var second = await databank.Profile(id);
        Assert.Equal(("0913", null), (second!.Phone, second.Email));
        Assert.Equal(12, second.TradeYears);
        Assert.Equal(("مروجی", "سازمان"), (second.Courses[0].Title, second.Courses[0].Provider));
    }

    /// <summary>Draft, waiting, asked, refused and gone: none of them is in the directory.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Only_who_is_approved_is_found(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var draft = await databank.Fill(await house.Somebody(), Databank.Answers());
        var waiting = await databank.Applicant();
        var asked = await databank.Applicant();
        var expert = await house.Expert("08");
        await databank.Ask(expert, asked.Id, asked.Version, "؟");
        var gone = await databank.Applicant();
        await databank.Change(gone.Person, gone.Id, gone.Version, StandingChange.Withdraw);
        Assert.Empty(await databank.Search(new DirectoryQuery()));
        foreach (var id in new[] { draft.Id, waiting.Id, asked.Id, gone.Id })
        {
            Assert.Null(await databank.Profile(id));
        }
        // The worklist has the three that were sent in, what waits first.
        var (rows, total) = await new PromoterWorklist(house.As(expert))
            .Rows(new WorklistQuery(expert.PersonId))
            .Page();
        Assert.Equal(3, total);
        Assert.Equal(
            [PromoterState.Submitted, PromoterState.Asked, PromoterState.Withdrawn],
            rows.Select(r => r.State)
        );
        var (found, _) = await new PromoterWorklist(house.As(expert))
            .Rows(new WorklistQuery(expert.PersonId, "پسته‌چی", "08", PromoterState.Asked))
            .Page();
        Assert.Equal(asked.Id, Assert.Single(found).Id);
    }
}
