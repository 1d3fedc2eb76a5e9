using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;

namespace Karvan.Modules.Tests.Promoters;

/// <summary>The promoters' databank of one test: what people do in it, each as a request of their own.</summary>
internal sealed class Databank(House house)
{
    /// <summary>A full application, as somebody who exports pistachios would write it.</summary>
    public static IReadOnlyList<PromoterSection> Answers(
        string province = "08",
        string name = "نیما پسته‌چی"
    ) =>
        [
            new AboutSection(name, "Nima Pestechi", province),
            new FieldsSection([("08", "پستهٔ کله‌قوچی")], Provinces.Of(province, "21")),
            new LanguagesSection(
                [("en", LanguageLevel.Fluent), ("ar", LanguageLevel.Working)],
                "مکاتبهٔ روزانه"
            ),
            new ExperienceSection(12, "صادرات به اروپا", "باغ تا بندر", "اجماع هفت شرکت"),
            new EducationSection(
                EducationField.Economics,
                Degree.Master,
                "دانشگاه کرمان",
                [("مروجی", "سازمان", null)]
            ),
            new ContactSection(
                "09120000001",
                "nima@example.org",
                PublishesPhone: false,
                PublishesEmail: true,
                Consents: true
            ),
        ];

    public static InterviewNote Note(DateOnly day, Judgement judgement = Judgement.Met) =>
        new(
            day,
            "مناسب است",
            [.. Enum.GetValues<PromoterQuality>().Select(q => (q, judgement, (string?)"یادداشت"))]
        );

    public static Task<Actor> Organization(House house) =>
        house.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );

    public DateOnly Today => TehranTime.DayOf(house.Clock.GetUtcNow().UtcDateTime);

    public async Task<Outcome<Promoter, PromoterRefusal>> Save(
        Actor person,
        int? version,
        PromoterSection section
    )
    {
        var db = house.As(person);
        return await new SaveApplication(db, house.ChangesOf(db), house.Clock).Run(
            person.PersonId!.Value,
            person.Name,
            version,
            section
        );
    }

    /// <summary>All answers but those left out, in one go.</summary>
    /// <returns>The application's id and version.</returns>
    public async Task<(Guid Id, int Version)> Fill(
        Actor person,
        IEnumerable<PromoterSection> sections
    )
    {
        Promoter? saved = null;
        foreach (var section in sections)
        {
            saved = (await Save(person, saved?.Version, section)).Value;
        }
        return (saved!.Id, saved.Version);
    }

    public async Task<Outcome<Promoter, PromoterRefusal>> Submit(Actor person, int version)
    {
        var db = house.As(person);
        return await new SubmitApplication(db, house.ChangesOf(db), house.Clock).Run(
            person.PersonId!.Value,
            version
        );
    }

    /// <summary>Filled in and sent in.</summary>
    public async Task<(Actor Person, Guid Id, int Version)> Applicant(
        string province = "08",
        string name = "نیما پسته‌چی"
    )
    {
        var person = await house.Somebody();
        var (id, version) = await Fill(person, Answers(province, name));
        return (person, id, (await Submit(person, version)).Value.Version);
    }

    /// <summary>Through to the databank.</summary>
    public async Task<(Actor Person, Guid Id, int Version)> Promoter(
        string province = "08",
        string name = "نیما پسته‌چی"
    )
    {
        var (person, id, version) = await Applicant(province, name);
        var expert = await house.Expert(province);
        await Interview(expert, id, Note(Today));
        var decided = await Decide(await Organization(house), id, version + 1);
        return (person, id, decided.Value.Version);
    }

    public async Task<Outcome<Promoter, PromoterRefusal>> Interview(
        Actor expert,
        Guid id,
        InterviewNote note
    )
    {
        var db = house.As(expert);
        return await new InterviewPromoter(db, house.ChangesOf(db), house.Clock).Run(
            id,
            expert.PersonId!.Value,
            expert.Name,
            note
        );
    }

    public async Task<Outcome<Promoter, PromoterRefusal>> Ask(
        Actor expert,
        Guid id,
        int version,
        string? question
    )
    {
        var db = house.As(expert);
        return await new AskPromoter(db, house.ChangesOf(db)).Run(id, version, question);
    }

    public async Task<Outcome<Promoter, PromoterRefusal>> Decide(
        Actor expert,
        Guid id,
        int version,
        PromoterState decision = PromoterState.Approved,
        string? reason = null
    )
    {
        var db = house.As(expert);
        return await new DecidePromoter(db, house.ChangesOf(db), house.Clock).Run(
            id,
            version,
            decision,
            reason
        );
    }

    public async Task<Outcome<Promoter, PromoterRefusal>> Change(
        Actor who,
        Guid id,
        int version,
        StandingChange change,
        string? reason = "دلیل"
    )
    {
        var db = house.As(who);
        return await new ChangeStanding(db, house.ChangesOf(db), house.Clock).Run(
            id,
            version,
            change,
            reason
        );
    }

    public async Task<IReadOnlyList<DirectoryRow>> Search(
        DirectoryQuery question,
        int skip = 0,
        int take = 25
    ) => (await new PromoterDirectory(house.As(Actor.Public)).Rows(question).Page(skip, take)).Rows;

    public Task<PublishedPromoter?> Profile(Guid id) =>
        new PromoterDirectory(house.As(Actor.Public)).Find(id);
}
