using Karvan.Modules.Tests.Files;
using Karvan.Modules.Tests.Notices;
using Karvan.Modules.Tests.Promoters;
using Karvan.Platform.Authorization;
using Karvan.Platform.Conversations;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Registry.Reference;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Registry;

/// <summary>What an expert asks stands with the record until it is answered, in words or by changing the record.</summary>
public sealed class QuestionTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_firm_answers_in_words_and_with_a_file_and_is_with_the_expert_again(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", Numbers.Legal(1));
        var expert = await house.Expert("08");
        Assert.Equal(EnterpriseRefusal.NotAsked, await Answer(house, person, firm, 0, "چرا؟"));
        Assert.Null(await Ask(house, expert, firm, 0, "کدام کد تعرفه؟", null));
        var asked = Assert.Single(await Questions(house, person, firm));
        Assert.Equal(
            ("کدام کد تعرفه؟", expert.Name, null, null),
            (asked.Text, asked.AskedBy, asked.AnsweredAt, asked.DueOn)
        );

        Assert.Equal(EnterpriseRefusal.NoAnswer, await Answer(house, person, firm, 1, "  "));
        Assert.Equal(EnterpriseRefusal.Stale, await Answer(house, person, firm, 0, "این"));
        Assert.Null(await Answer(house, person, firm, 1, " 080251 ", SampleFiles.Pdf()));
        var answered = Assert.Single(await Questions(house, expert, firm));
        Assert.Equal(("080251", person.Name), (answered.Answer, answered.AnsweredBy));
        var file = await house.Read(expert, answered.AttachmentId!.Value);
        Assert.Equal(SampleFiles.Pdf(), file.Bytes);
        Assert.Equal(
            VerificationState.Waiting,
            (await house.As(expert).Enterprises.SingleAsync(e => e.Id == firm)).State
        );
        // Nobody answers for another firm: they do not even find it.
        var (other, _) = await house.Firm("دیگر", "08", Numbers.Legal(2));
        Assert.Null(await Ask(house, expert, firm, 2, "و کشور؟", null));
        Assert.Equal(EnterpriseRefusal.NotFound, await Answer(house, other, firm, 3, "عراق"));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_change_of_the_profile_is_an_answer_too(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", Numbers.Legal(1));
        Assert.Null(await Ask(house, await house.Expert("08"), firm, 0, "نشانی؟", null));
        var db = house.As(person);
        var edited = await new EditEnterprise(db, house.ChangesOf(db)).Run(
            firm,
            1,
            new EnterpriseProfile("پسته", "08", Address: "کرمان")
        );
        Assert.True(edited.Done);
        var question = Assert.Single(await Questions(house, person, firm));
        Assert.Equal((null, person.Name), (question.Answer, question.AnsweredBy));
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_applicant_answers_with_the_application(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (person, id, version) = await databank.Applicant();
        var expert = await house.Expert("08");
        version = (await databank.Ask(expert, id, version, "کدام سال‌ها؟")).Value.Version;
        var db = house.As(person);
        var sent = await new SubmitApplication(db, house.ChangesOf(db), house.Clock).Run(
            person.PersonId!.Value,
            version,
            "۱۳۹۵ تا ۱۴۰۰"
        );
        Assert.True(sent.Done);
        var found = await house.As(expert).Promoters.SingleAsync(p => p.Id == id);
        var question = Assert.Single(
            await new Questions(house.As(expert), house.Clock).Of(found.Subject)
        );
        Assert.Equal(("کدام سال‌ها؟", "۱۳۹۵ تا ۱۴۰۰"), (question.Text, question.Answer));
    }

    /// <summary>
    /// Asked on Sunday 22 November 2026 with three working days: Monday, Tuesday, Wednesday. A holiday on Tuesday makes it
    /// Thursday; when the holiday is taken out again, whoever was told Thursday keeps it.
    /// </summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_day_that_somebody_was_told_is_put_later_by_a_holiday_and_never_earlier(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", "08", Numbers.Legal(1));
        var expert = await house.Expert("08");
        foreach (var wrong in new[] { 0, -1, DueDays.Most + 1 })
        {
            Assert.Equal(
                EnterpriseRefusal.DaysWrong,
                await Ask(house, expert, firm, 0, "نشانی؟", wrong)
            );
        }
        Assert.Null(await Ask(house, expert, firm, 0, "نشانی؟", 3));
        Assert.Equal((new DateOnly(2026, 11, 25), 0), await Due(house, firm));
        var holiday = await Add(house, new DateOnly(2026, 11, 24));
        Assert.Equal((new DateOnly(2026, 11, 26), 1), await Due(house, firm));
        await Withdraw(house, holiday);
        Assert.Equal((new DateOnly(2026, 11, 26), 2), await Due(house, firm));

        var day = new DateOnly(2026, 11, 26);
        var (kind, deadline) = Assert.Single(
            await new DeadlineSearch(house.As(person)).Between(day, day)
        );
        Assert.Equal("firm-answer", kind.Name);
        Assert.Equal(new Deadline(day, nameof(Enterprise), firm, firm, "پسته"), deadline);
        Assert.Empty(
            await new DeadlineSearch(house.As(await house.Expert("09"))).Between(day, day)
        );
        house.MoveTo(day, 9);
        Assert.Equal(1, await house.Remind());
        Assert.Null(await Answer(house, person, firm, 1, "کرمان"));
        Assert.Empty(await new DeadlineSearch(house.As(person)).Between(day, day));
        house.MoveTo(day.AddDays(1), 9);
        Assert.Equal(0, await house.Remind());
    }

    private static async Task<(DateOnly? Due, int? List)> Due(House house, Guid firm)
    {
        var question = Assert.Single(await Questions(house, Actor.System, firm));
        return (question.DueOn, question.ListVersion);
    }

    private static async Task<Holiday> Add(House house, DateOnly day)
    {
        var db = house.As(Actor.System);
        return (
            await new AddReferenceRow(db, house.ChangesOf(db)).Run(
                new HolidayEntry(day, "تعطیل", null)
            )
        ).Value;
    }

    private static async Task Withdraw(House house, Holiday row)
    {
        var db = house.As(Actor.System);
        var withdraw = new WithdrawReferenceRow(db, house.ChangesOf(db), house.Clock);
        Assert.Null(await withdraw.Run<Holiday>(row.Id, row.Version, "اشتباه"));
    }

    private static async Task<List<Question>> Questions(House house, Actor asker, Guid firm)
    {
        var db = house.As(asker);
        var found = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == firm);
        return await new Questions(db, house.Clock).Of(found.Subject);
    }

    private static async Task<EnterpriseRefusal?> Ask(
        House house,
        Actor expert,
        Guid firm,
        int version,
        string question,
        int? days
    )
    {
        var db = house.As(expert);
        return (
            await new VerifyEnterprise(db, house.ChangesOf(db)).Run(
                firm,
                version,
                VerificationState.Asked,
                question,
                days
            )
        ).Refused;
    }

    private static async Task<EnterpriseRefusal?> Answer(
        House house,
        Actor person,
        Guid firm,
        int version,
        string answer,
        byte[]? content = null
    )
    {
        var db = house.As(person);
        ReceivedFile? file = null;
        if (content is not null)
        {
            using var sent = new MemoryStream(content);
            file = (await ReceivedFile.From(sent, "پاسخ.pdf", FileLimits.Usual)).Value;
        }
        await using var _ = file;
        var store = new StoreFile(db, new Scanning(false), house.Clock);
        var questions = new Questions(db, house.Clock);
        return (
            await new AnswerQuestion(db, house.ChangesOf(db), questions, store).Run(
                firm,
                version,
                answer,
                file
            )
        ).Refused;
    }
}
