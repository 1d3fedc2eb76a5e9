using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Modules.Tests.Customs;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.Values;
using Karvan.Rules.Scoring;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>What is computed follows customs lines, decisions and conduct; each point here is worked out by hand from its clause.</summary>
public sealed class ResultTests
{
    private static readonly Finding Yes = new(ReviewDecision.Accepted, null, null, null, null);

    private static readonly Finding No = new(
        ReviewDecision.Rejected,
        null,
        null,
        RejectionReason.NotShown,
        null
    );

    /// <summary>USD 150,000 of exports to Iraq in 1401, of 150 tonnes: none before.</summary>
    private static string Lines =>
        $"A1,1,export,1401/02/03,{Numbers.Legal(1)},842320,IQ,150000,150000\n";

    [OnBothDatabases]
    [Theory]
    public async Task Points_follow_lines_and_decisions(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var customs = new CustomsDesk(house);
        var desk = await Reviewed(house, customs);
        var result = (await Compute(desk)).Value;
        var points = Points(result);
        // R1.1: an export in the last year. R2.2: a market without exports in 1399 and 1400. R3.2: one dollar a kilogram.
        Assert.Equal("25.00", points["R1.1"]);
        Assert.Equal("10.00", points["R2.2"]);
        Assert.Equal("1.00", points["R3.2"]);
        // R4.2: 100,000 to 300,000. R4.3: 60 per cent of it are 90,000, below the first band.
        Assert.Equal("5.00", points["R4.2"]);
        Assert.Equal("0.00", points["R4.3"]);
        // R6.10: one attendance that was accepted. R6.1: what was rejected.
        Assert.Equal("7.00", points["R6.10"]);
        Assert.Equal("0.00", points["R6.1"]);
        Assert.Equal("awaiting-compliance", points["status"]);
        Assert.Equal(0, result.Undecided);
        Assert.Contains(",R6.1,,IQ,,,rejected\n", result.Evidence, StringComparison.Ordinal);
    }

    /// <summary>R7.2: without data it awaits, unmet it is held back, met it may win. R7.1: a pending case changes nothing, a final one removes.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Conduct_is_the_last_word(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var customs = new CustomsDesk(house);
        var desk = await Reviewed(house, customs);
        Assert.Equal(ExporterStatus.AwaitingCompliance, await Status(desk));
        Assert.Null(await Obligation(desk, 400_000, met: false));
        Assert.Equal(ExporterStatus.NotEligible, await Status(desk));
        Assert.Null(await Obligation(desk, 950_000, met: true));
        Assert.Equal(ExporterStatus.Winner, await Status(desk));
        // R4.1: exports without imports, and some currency came back: all 20.
        Assert.Equal("20.00", Points((await Compute(desk)).Value)["R4.1"]);
        var entered = (
            await desk.Dossiers.Do<EnterViolationCase, Outcome<ViolationCase, ComplianceRefusal>>(
                desk.Dossiers.Secretary,
                c => c.Run(desk.Firm.Firm, Entry())
            )
        ).Value;
        Assert.Equal(ExporterStatus.Winner, await Status(desk));
        Assert.True(
            (
                await desk.Dossiers.Do<EndViolationCase, Outcome<ViolationCase, ComplianceRefusal>>(
                    desk.Dossiers.Secretary,
                    c => c.Run(entered.Id, 0, CaseState.Final, new DateOnly(2026, 11, 20), "دادگاه")
                )
            ).Done
        );
        Assert.Equal(ExporterStatus.Removed, await Status(desk));
        // The firm was told of each of it, so that what is wrong is said in time.
        Assert.Equal(
            [
                ConductNotices.Currency.Name,
                ConductNotices.Currency.Name,
                ConductNotices.CaseEntered.Name,
                ConductNotices.CaseFinal.Name,
            ],
            await house
                .As(Actor.System)
                .Set<Notice>()
                .Where(n => n.Kind.StartsWith(ConductNotices.Currency.Topic))
                .Where(n => n.PersonId == desk.Firm.Person.PersonId)
                .OrderBy(n => n.Id)
                .Select(n => n.Kind)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        // What was computed before stands as it was.
        var all = await new ResultSearch(house.As(desk.Dossiers.Secretary)).Of(
            desk.Dossiers.Campaign
        );
        Assert.Equal([6, 5, 4, 3, 2, 1], all.Select(r => r.Number));
        Assert.Contains(
            ",winner,",
            all.Single(r => r.Number == 3).Scores,
            StringComparison.Ordinal
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nobody_else_computes_or_sees_a_result(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var customs = new CustomsDesk(house);
        var desk = await Reviewed(house, customs);
        await Compute(desk);
        foreach (
            var other in new[]
            {
                desk.Firm.Person,
                await desk.Reviewer(),
                await house.Expert("08", Body.TradePromotion),
                await CampaignHouse.Secretary(house, Provinces.Of("00")),
                Actor.Public,
            }
        )
        {
            Assert.Empty(await new ResultSearch(house.As(other)).Of(desk.Dossiers.Campaign));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_entered_of_a_firm_is_checked(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var customs = new CustomsDesk(house);
        var desk = await Reviewed(house, customs);
        Task<Outcome<ViolationCase, ComplianceRefusal>> Enter(CaseEntry entry) =>
            desk.Dossiers.Do<EnterViolationCase, Outcome<ViolationCase, ComplianceRefusal>>(
                desk.Dossiers.Secretary,
                c => c.Run(desk.Firm.Firm, entry)
            );
        Assert.Equal(
            [ComplianceRefusal.NoNumber, ComplianceRefusal.DayToCome, ComplianceRefusal.NoSource],
            (
                await Enter(
                    Entry() with
                    {
                        Number = " ",
                        IndictedOn = new DateOnly(2030, 1, 1),
                        Source = "",
                    }
                )
            ).Reasons
        );
        Assert.True((await Enter(Entry())).Done);
        Assert.Equal(ComplianceRefusal.CaseKnown, (await Enter(Entry())).Refused);
        Assert.Equal(
            ComplianceRefusal.RatioOutOfRange,
            await Obligation(desk, 1_000_001, met: true)
        );
        // A firm reads its own and enters nothing; other firms read nothing.
        var (stranger, _) = await desk.Dossiers.Firm(7);
        Assert.Single(await new FirmCompliance(house.As(desk.Firm.Person)).Cases(desk.Firm.Firm));
        Assert.Empty(await new FirmCompliance(house.As(stranger)).Cases(desk.Firm.Firm));
    }

    private static CaseEntry Entry() =>
        new(ViolationKind.GoodsSmuggling, "140100123", new DateOnly(2026, 1, 5), "تعزیرات");

    private static async Task<ReviewDesk> Reviewed(House house, CustomsDesk customs)
    {
        await customs.Import(await house.Expert("08"), Lines, "08");
        await customs.WorkAll();
        var desk = await ReviewDesk.On(house);
        foreach (var place in new[] { 1, 2 })
        {
            var by = await desk.Opened(place);
            await desk.Decide(by, "R6.10", Yes);
            await desk.Decide(by, "R6.1", No);
            await desk.Finish(by);
        }
        return desk;
    }

    private static async Task<ComplianceRefusal?> Obligation(
        ReviewDesk desk,
        int millionths,
        bool met
    ) =>
        (
            await desk.Dossiers.Do<
                EnterCurrencyObligation,
                Outcome<CurrencyObligation, ComplianceRefusal>
            >(
                desk.Dossiers.Secretary,
                c =>
                    c.Run(
                        desk.Firm.Firm,
                        new ObligationEntry(
                            1401,
                            millionths,
                            met,
                            new DateOnly(2026, 11, 1),
                            "بانک مرکزی"
                        )
                    )
            )
        ).Refused;

    private static Task<Outcome<CampaignResult, ResultRefusal>> Compute(ReviewDesk desk) =>
        desk.Dossiers.Do<ComputeResult, Outcome<CampaignResult, ResultRefusal>>(
            desk.Dossiers.Secretary,
            c => c.Run(desk.Dossiers.Campaign)
        );

    private static async Task<ExporterStatus> Status(ReviewDesk desk) =>
        Assert.Single((await Compute(desk)).Value.Rows).Status;

    /// <summary>The one row of the scores, by the names of its columns.</summary>
    private static Dictionary<string, string> Points(CampaignResult result)
    {
        var lines = result.Scores.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        return lines[0]
            .Split(',')
            .Zip(lines[1].Split(','))
            .ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
    }
}
