using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Promoters;

/// <summary>Somebody fills in an application step by step; nothing is lost, nobody else sees it, and it is sent in whole.</summary>
public sealed class ApplicationTests
{
    [OnBothDatabases]
    [Theory]
    public async Task Each_page_is_kept_as_it_was_typed(Provider provider)
    {
        await using var house = await House.On(provider);
        var person = await house.Somebody();
        var answers = Databank.Answers();
        await new Databank(house).Fill(person, answers);
        var own = await new PromoterFile(house.As(person)).OwnOf(person.PersonId!.Value);
        Assert.Equal(answers[0], own!.Section(ApplicationPart.About));
        Assert.Equal(answers[3], own.Section(ApplicationPart.Experience));
        Assert.Equal(answers[5], own.Section(ApplicationPart.Contact));
        var fields = (FieldsSection)own.Section(ApplicationPart.Fields);
        Assert.Equal([("08", "پستهٔ کله‌قوچی")], fields.Fields);
        Assert.Equal(["08", "21"], fields.Served.Codes);
        var languages = (LanguagesSection)own.Section(ApplicationPart.Languages);
        Assert.Equal(
            [("en", LanguageLevel.Fluent), ("ar", LanguageLevel.Working)],
            languages.Languages
        );
        var education = (EducationSection)own.Section(ApplicationPart.Education);
        Assert.Equal([("مروجی", "سازمان", null)], education.Courses);
    }

    /// <summary>Rows that stay are left alone, changed ones are replaced, and a chapter typed twice is one field.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Rows_are_saved_again_without_a_trace_of_the_old(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var person = await house.Somebody();
        var first = await databank.Save(
            person,
            null,
            new FieldsSection([("08", "پسته"), ("57", null)], Provinces.Of("08"))
        );
        var second = await databank.Save(
            person,
            first.Value.Version,
            new FieldsSection([("08", "پسته"), ("08", "بادام"), ("69", "کاشی")], Provinces.Country)
        );
        Assert.True(second.Done);
        var own = await new PromoterFile(house.As(person)).OwnOf(person.PersonId!.Value);
        var fields = (FieldsSection)own!.Section(ApplicationPart.Fields);
        Assert.Equal([("08", "پسته، بادام"), ("69", "کاشی")], fields.Fields);
        Assert.True(fields.Served.All);
        Assert.Equal(2, await house.As(Actor.System).Set<PromoterField>().CountAsync());
    }

    public static TheoryData<PromoterSection, PromoterRefusal> Wrong =>
        new()
        {
            { new AboutSection(new string('x', 201), null, null), PromoterRefusal.TooLong },
            { new AboutSection("نام", null, "99"), PromoterRefusal.ProvinceUnknown },
            { new FieldsSection([("77", null)], Provinces.None), PromoterRefusal.ChapterUnknown },
            {
                new FieldsSection([("08", new string('x', 201))], Provinces.None),
                PromoterRefusal.TooLong
            },
            {
                new LanguagesSection([("xx", LanguageLevel.Basic)], null),
                PromoterRefusal.LanguageUnknown
            },
            { new ExperienceSection(81, null, null, null), PromoterRefusal.YearsWrong },
            { new ExperienceSection(-1, null, null, null), PromoterRefusal.YearsWrong },
            {
                new ExperienceSection(1, new string('x', 4001), null, null),
                PromoterRefusal.TooLong
            },
            {
                new EducationSection(null, null, null, [(" ", "کسی", null)]),
                PromoterRefusal.CourseTitleMissing
            },
            // The clock of the tests stands in November 2026, which is 1405.
            {
                new EducationSection(null, null, null, [("دوره", null, 1406)]),
                PromoterRefusal.CourseYearWrong
            },
            {
                new EducationSection(null, null, null, [("دوره", null, 1324)]),
                PromoterRefusal.CourseYearWrong
            },
            {
                new ContactSection(null, "nobody@", false, false, false),
                PromoterRefusal.EmailWrong
            },
        };

    [Fact]
    public async Task What_cannot_be_right_is_refused_even_in_a_draft()
    {
        await using var house = await House.On(Provider.Sqlite);
        var person = await house.Somebody();
        foreach (var row in Wrong)
        {
            var (section, refusal) = row.Data;
            Assert.Equal(refusal, (await new Databank(house).Save(person, null, section)).Refused);
        }
        Assert.False(await house.As(Actor.System).Promoters.IgnoreQueryFilters().AnyAsync());
    }

    /// <summary>Each page left out in turn: the application is not whole, and says which page it is.</summary>
    [Fact]
    public async Task Nothing_of_the_six_qualities_may_be_missing()
    {
        await using var house = await House.On(Provider.Sqlite);
        var databank = new Databank(house);
        foreach (var part in Enum.GetValues<ApplicationPart>())
        {
            var person = await house.Somebody();
            var (_, version) = await databank.Fill(
                person,
                Databank.Answers().Where((_, i) => i != (int)part)
            );
            Assert.Equal(
                PromoterRefusal.Incomplete,
                (await databank.Submit(person, version)).Refused
            );
            var own = await new PromoterFile(house.As(person)).OwnOf(person.PersonId!.Value);
            // A name begins with the account's, the rest of the page is missing.
            Assert.All(ApplicationGaps.Of(own!), g => Assert.Equal(part, g.Part));
            Assert.NotEmpty(ApplicationGaps.Of(own!));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_page_saved_over_a_newer_one_is_told(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var person = await house.Somebody();
        var first = await databank.Save(person, null, new AboutSection("یک", null, null));
        Assert.Equal(
            PromoterRefusal.Stale,
            (await databank.Save(person, null, new AboutSection("دو", null, null))).Refused
        );
        Assert.Equal(
            PromoterRefusal.Stale,
            (
                await databank.Save(
                    person,
                    first.Value.Version + 1,
                    new AboutSection("سه", null, null)
                )
            ).Refused
        );
        Assert.Equal(
            PromoterRefusal.Stale,
            (await databank.Submit(person, first.Value.Version + 1)).Refused
        );
        Assert.Equal(
            "یک",
            (await new PromoterFile(house.As(person)).OwnOf(person.PersonId!.Value))!.NameFa
        );
    }

    /// <summary>Ten forms of one person at once: one application comes of it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_person_has_one_application_however_many_begin_at_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var person = await house.Somebody();
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i => databank.Save(person, null, new AboutSection($"نام {i}", null, null)))
        );
        Assert.Equal(1, done.Count(d => d.Done));
        Assert.All(done.Where(d => !d.Done), d => Assert.Equal(PromoterRefusal.Stale, d.Refused));
        Assert.Equal(1, await house.As(Actor.System).Promoters.IgnoreQueryFilters().CountAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_draft_is_its_authors_alone(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var person = await house.Somebody();
        var (id, version) = await databank.Fill(person, Databank.Answers());
        var expert = await house.Expert("08");
        var auditor = await house.Somebody(p =>
            Grant.OfStaff(p, Role.Auditor, Body.Shared, Provinces.Country)
        );
        foreach (var other in new[] { expert, auditor, await house.Somebody(), Actor.Public })
        {
            Assert.False(await house.As(other).Promoters.AnyAsync());
        }
        Assert.Null(await databank.Profile(id));
        await databank.Submit(person, version);
        Assert.True(await house.As(expert).Promoters.AnyAsync());
        Assert.True(await house.As(auditor).Promoters.AnyAsync());
        Assert.False(await house.As(await house.Somebody()).Promoters.AnyAsync());
        Assert.Null(await databank.Profile(id));
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_sent_in_stays_but_for_the_contact(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, _, version) = await databank.Applicant();
        Assert.Equal(
            PromoterRefusal.Locked,
            (await databank.Save(person, version, new AboutSection("دیگر", null, "08"))).Refused
        );
        Assert.Equal(
            PromoterRefusal.NotWithAuthor,
            (await databank.Submit(person, version)).Refused
        );
        Assert.Equal(
            PromoterRefusal.Incomplete,
            (
                await databank.Save(
                    person,
                    version,
                    new ContactSection("0912", null, false, false, Consents: false)
                )
            ).Refused
        );
        Assert.True(
            (
                await databank.Save(
                    person,
                    version,
                    new ContactSection("0913", null, false, false, Consents: true)
                )
            ).Done
        );
        Assert.Equal(
            PromoterRefusal.NotFound,
            (await databank.Submit(await house.Somebody(), 0)).Refused
        );
    }
}
