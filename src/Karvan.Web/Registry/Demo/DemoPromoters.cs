using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Rules.Reference;

namespace Karvan.Web.Registry.Demo;

/// <summary>Promoters of the demo: approved ones over all provinces, some that wait, one that was asked; all in one change.</summary>
internal sealed class DemoPromoters(KarvanContext db, Changes changes, TimeProvider clock)
    : IDemoPart
{
    private const int Approved = 40;
    private const int Waiting = 4;

    private static readonly (string Fa, string En)[] FirstNames =
    [
        ("آرش", "Arash"),
        ("نسرین", "Nasrin"),
        ("کاوه", "Kaveh"),
        ("لیلا", "Leila"),
        ("بهرام", "Bahram"),
        ("شیرین", "Shirin"),
        ("سیاوش", "Siavash"),
        ("پروانه", "Parvaneh"),
        ("یوسف", "Yousef"),
    ];

    private static readonly (string Fa, string En)[] LastNames =
    [
        ("کاشانی‌نژاد", "Kashaninejad"),
        ("دریاکنار", "Daryakenar"),
        ("فرهمند", "Farahmand"),
        ("گلستانه", "Golestaneh"),
        ("آذرپور", "Azarpour"),
        ("سپهری‌فر", "Sepehrifar"),
        ("کویرزاده", "Kavirzadeh"),
        ("بازرگان‌پور", "Bazarganpour"),
    ];

    private static readonly (string Chapter, string Words)[] Fields =
    [
        ("08", "پسته، مغز پسته"),
        ("57", "فرش دستباف، گلیم"),
        ("69", "کاشی و سرامیک"),
        ("09", "زعفران"),
        ("39", "لوله و اتصالات پلاستیکی"),
        ("20", "رب گوجه، کنسانتره"),
        ("64", "کفش چرمی"),
        ("30", "دارو، گیاه دارویی"),
        ("84", "ماشین‌آلات صنایع غذایی"),
        ("25", "سنگ ساختمانی"),
        ("17", "گز، سوهان، شیرینی سنتی"),
    ];

    private static readonly string[] Languages = ["ar", "tr", "ru", "zh", "de", "ur", "fr"];

    private static readonly string[] Sentences =
    [
        "سال‌ها مدیر بازرگانی یک شرکت تولیدی بودم و صادرات آن را به عراق، عمان و روسیه راه انداختم.",
        "با استانداردها، بسته‌بندی و خریداران این رشته از نزدیک کار کرده‌ام و نمایشگاه‌های آن را می‌شناسم.",
        "دبیر تشکل صادراتی استان بودم و هفت تولیدکننده را به یک برند مشترک رساندم.",
        "کارشناسی ارشد از دانشگاه دولتی، گرایش بازرگانی بین‌الملل.",
        "مکاتبه، مذاکره و قرارداد به انگلیسی؛ آیلتس هفت.",
    ];

    public int Place => 20;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        // The grant of the demo account stands already.
        db.Promoters.Add(Approve(Apply(basis.People["promoter"], 0, "00", now), basis, now));
        for (var i = 1; i <= Approved; i++)
        {
            var person = Join(i, now);
            var province = ReferenceTable.Provinces.Rows[i % ReferenceTable.Provinces.Rows.Count];
            db.Promoters.Add(Approve(Apply(person, i, province.Id, now), basis, now));
            db.Grants.Add(Grant.OfPerson(person.Id, Role.Promoter));
        }
        for (var i = 0; i <= Waiting; i++)
        {
            var place = Approved + 1 + i;
            // Two of them before the expert of the demo, the others elsewhere.
            var applicant = Apply(Join(place, now), place, i % 2 == 0 ? "00" : "08", now);
            if (i == Waiting)
            {
                applicant.Ask("سابقهٔ صادرات خود را با نام کالا و سال بنویسید.");
            }
            db.Promoters.Add(applicant);
        }
        await change.Commit(new DemoPromotersEntered(), cancellation);
    }

    private Person Join(int place, DateTime now)
    {
        var (fa, _) = NameOf(place);
        var person = Person.Join(fa, $"promoter-{place}@demo.karvan", null, "fa", now);
        person.NormalizedUserName = person.NormalizedEmail = person.Email!.ToUpperInvariant();
        person.EmailConfirmed = true;
        person.SecurityStamp = $"{person.Id:n}";
        db.Users.Add(person);
        return person;
    }

    private static (string Fa, string En) NameOf(int place)
    {
        var first = FirstNames[place % FirstNames.Length];
        var last = LastNames[place % LastNames.Length];
        return ($"{first.Fa} {last.Fa}", $"{first.En} {last.En}");
    }

    /// <summary>Filled in and sent in, some days ago.</summary>
    private static Promoter Apply(Person person, int place, string province, DateTime now)
    {
        var at = now.AddDays(-3 - place % 40);
        var promoter = Promoter.Begin(person.Id, person.FullName, at);
        var field = Fields[place % Fields.Length];
        var other = Fields[(place * 3 + 1) % Fields.Length];
        var near = ReferenceTable.Provinces.Rows[
            (place * 7 + 3) % ReferenceTable.Provinces.Rows.Count
        ];
        PromoterSection[] sections =
        [
            new AboutSection(
                person.FullName,
                place == 0 ? "Reza Karimi" : NameOf(place).En,
                province
            ),
            new FieldsSection(
                [(field.Chapter, field.Words), (other.Chapter, other.Words)],
                place % 8 == 0 ? Provinces.Country : Provinces.Of(province, near.Id)
            ),
            new LanguagesSection(
                [
                    ("fa", LanguageLevel.Native),
                    ("en", place % 3 == 0 ? LanguageLevel.Fluent : LanguageLevel.Working),
                    (Languages[place % Languages.Length], LanguageLevel.Working),
                ],
                Sentences[4]
            ),
            new ExperienceSection(4 + place % 17, Sentences[0], Sentences[1], Sentences[2]),
            new EducationSection(
                (EducationField)(place % 4),
                (Degree)(2 + place % 3),
                Sentences[3],
                [
                    (
                        "دورهٔ مروجین کنسرسیوم صادراتی",
                        "سازمان صنایع کوچک",
                        SolarDate.Year(TehranTime.DayOf(now)) - 1 - place % 6
                    ),
                ]
            ),
            new ContactSection(
                $"0912000{place:0000}",
                person.Email,
                PublishesPhone: place % 2 == 0,
                PublishesEmail: place % 3 == 0,
                Consents: true
            ),
        ];
        foreach (var section in sections)
        {
            Expect(promoter.Save(section, at));
        }
        Expect(promoter.Submit(at));
        return promoter;
    }

    private static Promoter Approve(Promoter promoter, DemoBasis basis, DateTime now)
    {
        var interviewer = basis.People["organization"];
        var note = new InterviewNote(
            TehranTime.DayOf(now).AddDays(-2),
            "تجربه و ارتباط‌های خوبی دارد؛ برای مروجی مناسب است.",
            [.. Enum.GetValues<PromoterQuality>().Select(q => (q, Judgement.Met, (string?)null))]
        );
        Expect(promoter.Interview(interviewer.Id, interviewer.FullName, note, now.AddDays(-2)));
        Expect(promoter.Decide(PromoterState.Approved, null, interviewed: true, now.AddDays(-1)));
        return promoter;
    }

    private static void Expect(PromoterRefusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"A promoter of the demo was refused: {refusal}.");
        }
    }
}
