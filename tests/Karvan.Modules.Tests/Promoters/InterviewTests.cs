using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Promoters;

/// <summary>What an interview's note must hold, and who may not write it.</summary>
public sealed class InterviewTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_note_takes_a_day_that_can_be_and_all_six_judgements(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var (_, id, _) = await databank.Applicant();
        var expert = await house.Expert("08");
        var note = Databank.Note(databank.Today, Judgement.Partly);
        foreach (
            var (wrong, refusal) in new[]
            {
                (note with { HeldOn = databank.Today.AddDays(1) }, PromoterRefusal.DayWrong),
                (note with { HeldOn = databank.Today.AddDays(-1) }, PromoterRefusal.DayWrong),
                (
                    note with
                    {
                        Findings = [.. note.Findings.Skip(1)],
                    },
                    PromoterRefusal.JudgementMissing
                ),
                (
                    note with
                    {
                        Findings = [.. note.Findings.Skip(1), note.Findings[1]],
                    },
                    PromoterRefusal.JudgementMissing
                ),
                (note with { Overall = " " }, PromoterRefusal.RemarkMissing),
                (note with { Overall = new string('x', 4001) }, PromoterRefusal.TooLong),
            }
        )
        {
            Assert.Equal(refusal, (await databank.Interview(expert, id, wrong)).Refused);
        }
        Assert.True((await databank.Interview(expert, id, note)).Done);
        Assert.True((await databank.Interview(expert, id, note)).Done);
        var file = await new PromoterFile(house.As(expert)).WithInterviews(id);
        Assert.Equal(2, file!.Interviews.Count);
        Assert.All(
            file.Interviews,
            i =>
            {
                Assert.Equal(expert.Name, i.InterviewerName);
                Assert.Equal(6, i.Findings.Count(f => f.Judgement is Judgement.Partly));
            }
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nobody_interviews_or_decides_on_themselves(Provider provider)
    {
        await using var house = await House.On(provider);
        var databank = new Databank(house);
        var expert = await Databank.Organization(house);
        var (id, version) = await databank.Fill(expert, Databank.Answers());
        version = (await databank.Submit(expert, version)).Value.Version;
        var note = Databank.Note(databank.Today);
        Assert.Equal(
            PromoterRefusal.OwnApplication,
            (await databank.Interview(expert, id, note)).Refused
        );
        Assert.Equal(
            PromoterRefusal.OwnApplication,
            (await databank.Ask(expert, id, version, "؟")).Refused
        );
        Assert.True((await databank.Interview(await house.Expert("08"), id, note)).Done);
        Assert.Equal(
            PromoterRefusal.OwnApplication,
            (await databank.Decide(expert, id, version + 1)).Refused
        );
        var (_, total) = await new PromoterWorklist(house.As(expert))
            .Rows(new WorklistQuery(expert.PersonId))
            .Page();
        Assert.Equal(0, total);
    }
}
