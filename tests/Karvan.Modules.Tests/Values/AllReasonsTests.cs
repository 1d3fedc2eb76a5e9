using Karvan.Consortia;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Modules.Tests.Customs;
using Karvan.Modules.Tests.Papers;
using Karvan.Platform.Files;
using Karvan.Platform.Papers;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Registry.Certificates;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Xunit;

namespace Karvan.Modules.Tests.Values;

/// <summary>Whoever fills in a form with several mistakes is told all of them at once.</summary>
public sealed class AllReasonsTests
{
    private static readonly DateOnly Never = new(2200, 1, 1);

    [Fact]
    public void A_refusal_takes_a_reason_and_the_first_is_the_one()
    {
        Outcome<int, EraRefusal> refused = new[]
        {
            EraRefusal.NumberWrong,
            EraRefusal.IssueInFuture,
        };
        Assert.Equal((false, EraRefusal.NumberWrong), (refused.Done, refused.Refused));
        Assert.Equal([EraRefusal.NumberWrong, EraRefusal.IssueInFuture], refused.Reasons);
        Outcome<int, EraRefusal> done = 3;
        Assert.Equal((true, 3), (done.Done, done.Value));
        Assert.Empty(done.Reasons);
        Assert.Throws<ArgumentException>(() =>
        {
            Outcome<int, EraRefusal> nothing = Array.Empty<EraRefusal>();
            return nothing;
        });
    }

    [Theory, OnBothDatabases]
    public async Task Firm_claim_and_certificate_say_all(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", Numbers.Legal(1));
        var profile = new EnterpriseProfile(" ", "99", Employees: -1)
        {
            ProductLines = [("1", null)],
        };
        EnterpriseRefusal[] wrong =
        [
            EnterpriseRefusal.NameMissing,
            EnterpriseRefusal.ProvinceUnknown,
            EnterpriseRefusal.EmployeesWrong,
            EnterpriseRefusal.HsCodeWrong,
        ];
        var db = house.As(person);
        var made = await house.RegisterIn(db).Run(person.PersonId!.Value, profile, "12", null);
        Assert.Equal([.. wrong, EnterpriseRefusal.NumberWrong], made.Reasons);
        made = await house
            .RegisterIn(db)
            .Run(person.PersonId.Value, profile, Numbers.Legal(2), null);
        Assert.Equal([.. wrong, EnterpriseRefusal.NoticeMissing], made.Reasons);
        var edited = await new EditEnterprise(db, house.ChangesOf(db)).Run(firm, 0, profile);
        Assert.Equal(wrong, edited.Reasons);

        var store = new StoreFile(db, new Scanning(false), house.Clock);
        var claimed = await new ClaimEnterprise(db, house.ChangesOf(db), store, house.Clock).Run(
            person.PersonId.Value,
            "1",
            " ",
            null
        );
        Assert.Equal(
            [ClaimRefusal.NumberWrong, ClaimRefusal.StatementMissing, ClaimRefusal.FileMissing],
            claimed.Reasons
        );
        var added = await new AddEraCertificate(db, house.ChangesOf(db), store, house.Clock).Run(
            firm,
            new EraCertificateEntry("-", 10_001, Never, Never.AddDays(-1)),
            null
        );
        Assert.Equal(
            [
                EraRefusal.NumberWrong,
                EraRefusal.ScoreOutOfRange,
                EraRefusal.IssueInFuture,
                EraRefusal.DatesReversed,
                EraRefusal.FileMissing,
            ],
            added.Reasons
        );
    }

    [Theory, OnBothDatabases]
    public async Task Application_and_consortium_say_all(Provider provider)
    {
        await using var house = await House.On(provider);
        var person = await house.Somebody();
        var db = house.As(person);
        var saved = await new SaveApplication(db, house.ChangesOf(db), house.Clock).Run(
            person.PersonId!.Value,
            "سارا",
            null,
            new EducationSection(null, null, new string('a', 10_001), [(" ", null, 1200)])
        );
        Assert.Equal(
            [
                PromoterRefusal.TooLong,
                PromoterRefusal.CourseTitleMissing,
                PromoterRefusal.CourseYearWrong,
            ],
            saved.Reasons
        );
        var expert = await house.Expert("08");
        var own = house.As(expert);
        var recorded = await new RecordConsortium(own, house.ChangesOf(own), house.Clock).Run(
            new ConsortiumProfile(" ", "99", "", Never, EnterpriseId: Guid.NewGuid())
            {
                ProductGroups = ["none-such"],
            }
        );
        Assert.Equal(
            [
                ConsortiumRefusal.NameMissing,
                ConsortiumRefusal.ProvinceUnknown,
                ConsortiumRefusal.NumberMissing,
                ConsortiumRefusal.DayInFuture,
                ConsortiumRefusal.ProductGroupUnknown,
                ConsortiumRefusal.FirmNotFound,
            ],
            recorded.Reasons
        );
    }

    [Fact]
    public void Rows_of_lists_say_all()
    {
        var day = new DateOnly(2024, 3, 20);
        Assert.Equal(
            [
                ReferenceRefusal.CodeWrong,
                ReferenceRefusal.NameMissing,
                ReferenceRefusal.PrefixWrong,
                ReferenceRefusal.PeriodReversed,
            ],
            new ProductGroupEntry("A B", "", "", "123", day, day.AddDays(-1)).Check()
        );
        Assert.Equal(
            [ReferenceRefusal.CountryUnknown, ReferenceRefusal.PeriodReversed],
            new MissionEntry("XX", MissionKind.Embassy, null, day, day.AddDays(-1)).Check()
        );
        Assert.Equal(
            [ReferenceRefusal.NameMissing, ReferenceRefusal.LunarUnknown],
            new HolidayEntry(day, " ", null, Lunar: "13-40").Check()
        );
        Assert.Equal(
            [ReferenceRefusal.NameMissing, ReferenceRefusal.CountryUnknown],
            new CountryAliasEntry("-", "XX").Check()
        );
    }

    [Theory, OnBothDatabases]
    public async Task Line_and_missing_declaration_say_all(Provider provider)
    {
        await using var room = await LineRoom.On(provider, LineRoom.Line());
        var adjusted = await room.Adjust(
            new LineCorrection(Never, "12", "XX", -1, -1, Owner: Numbers.Legal(9)),
            reason: " "
        );
        Assert.Equal(
            [
                LineRefusal.BadDay,
                LineRefusal.BadHsCode,
                LineRefusal.BadCountry,
                LineRefusal.BadValue,
                LineRefusal.BadWeight,
                LineRefusal.NoReason,
                LineRefusal.NoSuchFirm,
            ],
            adjusted.Reasons
        );
        // Struck off, a line says nothing that could be wrong.
        Assert.Equal([LineRefusal.NoReason], (await room.Adjust(null, reason: "")).Reasons);
        var reported = await room.Report(
            new DeclaredGoods("", false, Never, " ", "12", "IR", -1, -1)
        );
        Assert.Equal(
            [
                MissingRefusal.NoNumber,
                MissingRefusal.NoOffice,
                MissingRefusal.BadDay,
                MissingRefusal.BadHsCode,
                MissingRefusal.BadCountry,
                MissingRefusal.BadValue,
                MissingRefusal.BadWeight,
            ],
            reported.Reasons
        );
    }

    [Theory, OnBothDatabases]
    public async Task Letterhead_and_paper_say_all(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider, Numbering.Typed);
        var entry = PaperDesk.Entry() with
        {
            Name = new LocalText("", "Name"),
            Pattern = "[year]",
            FirstNumber = 0,
            SignatoriesFa = [new Signatory("نام", "")],
        };
        Assert.Equal(
            [
                LetterheadRefusal.NameMissing,
                LetterheadRefusal.PatternWrong,
                LetterheadRefusal.FirstNumberWrong,
                LetterheadRefusal.SignatoriesWrong,
            ],
            (await desk.Add(desk.Expert, entry)).Reasons
        );
        var paper = await desk.Drafted();
        var db = desk.House.As(desk.Expert);
        var edited = await new EditPaper(db, desk.House.ChangesOf(db)).Run(
            paper,
            0,
            new PaperEntry(" ", null, -1, [])
        );
        Assert.Equal(
            [
                PaperRefusal.TitleMissing,
                PaperRefusal.SignatoriesWrong,
                PaperRefusal.EnclosuresWrong,
            ],
            edited.Reasons
        );
        db = desk.House.As(desk.Expert);
        var numbered = await new NumberPaper(
            db,
            desk.House.ChangesOf(db),
            new LetterheadShelf(db),
            desk.House.Clock
        ).Run(paper, 0, " ", null);
        Assert.Equal([PaperRefusal.NumberMissing, PaperRefusal.DayWrong], numbered.Reasons);
    }
}
