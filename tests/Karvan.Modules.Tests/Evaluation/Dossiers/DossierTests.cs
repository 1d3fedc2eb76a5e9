using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Evidence.Items;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation.Dossiers;

/// <summary>A dossier is begun, filled, submitted, taken back, and withdrawn.</summary>
public sealed class DossierTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_dossier_is_submitted_once_everything_in_it_is_complete(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var (person, firm) = await desk.Firm(1);
        var dossier = (await desk.Begin(person, firm)).Value;
        Assert.Equal(DossierRefusal.AlreadyBegun, (await desk.Begin(person, firm)).Refused);
        var contract = (
            await desk.Save(person, dossier.Id, "R6.1", new EvidenceSaid { Country = "IQ" })
        ).Value;
        Assert.Equal(
            DossierRefusal.NotDeclared,
            (await desk.Submit(person, dossier.Id, declared: false)).Refused
        );
        Assert.Equal(DossierRefusal.Incomplete, (await desk.Submit(person, dossier.Id)).Refused);
        var done = await desk.Save(
            person,
            dossier.Id,
            "R6.1",
            new EvidenceSaid { Country = "IQ", Endorser = "embassy" },
            ["contract"],
            (contract.Id, contract.Version)
        );
        Assert.True(done.Done);
        Assert.Equal(
            DossierRefusal.Stale,
            (await desk.Submit(person, dossier.Id, version: 0)).Refused
        );
        var receipt = (await desk.Submit(person, dossier.Id)).Value;
        Assert.Equal(1, receipt.Number);
        Assert.Contains("\"criterion\":\"R6.1\"", receipt.Content, StringComparison.Ordinal);
        Assert.Equal(DossierState.Submitted, (await desk.Look(dossier.Id)).State);
        Assert.Equal(
            DossierRefusal.NotDraft,
            (await desk.Save(person, dossier.Id, "R6.10", DossierDesk.Fair())).Refused
        );
        Assert.Equal(DossierRefusal.NotDraft, (await desk.Submit(person, dossier.Id)).Refused);
    }

    /// <summary>What a firm puts together is its own; from the submission on its body sees it, files and all, and no other firm.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Nobody_else_sees_what_is_not_filed(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var (person, firm) = await desk.Firm(1);
        var (other, _) = await desk.Firm(2);
        var expert = await house.Expert(DossierDesk.Province, Body.TradePromotion);
        var far = await house.Expert("00", Body.TradePromotion);
        var small = await house.Expert(DossierDesk.Province, Body.SmallIndustries);
        var dossier = (await desk.Begin(person, firm)).Value;
        await desk.Save(
            person,
            dossier.Id,
            "R6.1",
            new EvidenceSaid { Country = "IQ", Endorser = "embassy" },
            ["contract"]
        );
        Assert.Single(await desk.Items(person, dossier.Id));
        foreach (var actor in new[] { other, expert, far, small, desk.Secretary })
        {
            Assert.Empty(await desk.Items(actor, dossier.Id));
            Assert.Equal(0, await Files(house, actor));
        }
        await desk.Submit(person, dossier.Id);
        foreach (var actor in new[] { person, expert, desk.Secretary })
        {
            Assert.Single(Assert.Single(await desk.Items(actor, dossier.Id)).Files);
            Assert.Equal(1, await Files(house, actor));
        }
        foreach (var actor in new[] { other, far, small, Actor.Public })
        {
            Assert.Empty(await desk.Items(actor, dossier.Id));
            Assert.Equal(0, await Files(house, actor));
            Assert.Null(await new DossierSearch(house.As(actor)).One(dossier.Id));
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task Filing_is_open_from_its_first_day_to_its_last(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var (person, firm) = await desk.Firm(1);
        var (late, second) = await desk.Firm(2);
        var dossier = (await desk.Begin(person, firm)).Value;
        // The last day is the seventh after the first; its midnight is that of Tehran.
        var end = TehranTime.StartOf(
            TehranTime.DayOf(house.Clock.GetUtcNow().UtcDateTime).AddDays(8)
        );
        house.Clock.SetUtcNow(new DateTimeOffset(end.AddSeconds(-1), TimeSpan.Zero));
        Assert.True((await desk.Save(person, dossier.Id, "R6.10", DossierDesk.Fair())).Done);
        house.Clock.SetUtcNow(new DateTimeOffset(end, TimeSpan.Zero));
        Assert.Equal(
            DossierRefusal.TooLate,
            (await desk.Save(person, dossier.Id, "R6.10", DossierDesk.Fair("دیگر"))).Refused
        );
        Assert.Equal(DossierRefusal.TooLate, (await desk.Submit(person, dossier.Id)).Refused);
        Assert.Equal(DossierRefusal.TooLate, (await desk.Begin(late, second)).Refused);
        // One firm is given more time, and that one alone.
        var today = TehranTime.DayOf(end);
        Assert.Equal(
            DossierRefusal.DayTooEarly,
            (await Allow(desk, second, today.AddDays(-1), "بیماری")).Refused
        );
        Assert.Equal(
            DossierRefusal.NoReason,
            (await Allow(desk, second, today.AddDays(1), " ")).Refused
        );
        Assert.True((await Allow(desk, second, today.AddDays(1), "بیماری")).Done);
        Assert.True((await desk.Begin(late, second)).Done);
        Assert.Equal(DossierRefusal.TooLate, (await desk.Submit(person, dossier.Id)).Refused);
        Assert.Equal(
            1,
            await house.As(late).LateFilings.CountAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            0,
            await house.As(person).LateFilings.CountAsync(TestContext.Current.CancellationToken)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task Who_may_not_begin_is_told_every_reason(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var (waiting, unverified) = await house.Firm("در انتظار", "00", Numbers.Legal(5));
        Assert.Equal(
            [DossierRefusal.NotVerified, DossierRefusal.OtherProvince, DossierRefusal.GroupUnknown],
            (await desk.Begin(waiting, unverified, "نیست")).Reasons
        );
        var (_, firm) = await desk.Firm(1);
        Assert.Equal(DossierRefusal.NotFound, (await desk.Begin(waiting, firm)).Refused);
    }

    /// <summary>The office files for one that hands in paper; the firm sees it and goes on with it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task The_office_files_for_a_firm(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var (person, firm) = await desk.Firm(1);
        Assert.Equal(
            DossierRefusal.NoReason,
            (await desk.Begin(desk.Secretary, firm, byOffice: true)).Refused
        );
        // Without saying so the office files for nobody.
        await Assert.ThrowsAsync<BeyondReachException>(() => desk.Begin(desk.Secretary, firm));
        var dossier = (
            await desk.Begin(desk.Secretary, firm, byOffice: true, reason: "مدارک کاغذی")
        ).Value;
        await desk.Save(desk.Secretary, dossier.Id, "R6.10", DossierDesk.Fair());
        Assert.Single(await desk.Items(person, dossier.Id));
        await desk.Save(person, dossier.Id, "R6.10", DossierDesk.Fair("دوم"));
        Assert.Equal(2, (await desk.Items(desk.Secretary, dossier.Id)).Count);
        Assert.Empty(
            await desk.Items(
                await house.Expert(DossierDesk.Province, Body.TradePromotion),
                dossier.Id
            )
        );
        Assert.True((await desk.Submit(desk.Secretary, dossier.Id)).Done);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_dossier_is_taken_back_and_submitted_again_and_withdrawn(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await DossierDesk.On(house);
        var (person, firm) = await desk.Firm(1);
        var dossier = (await desk.Begin(person, firm)).Value;
        await desk.Submit(person, dossier.Id);
        Assert.True(
            (
                await desk.Do<TakeBackDossier, Outcome<Dossier, DossierRefusal>>(
                    person,
                    async c => await c.Run(dossier.Id, (await desk.Look(dossier.Id)).Version)
                )
            ).Done
        );
        await desk.Save(person, dossier.Id, "R6.10", DossierDesk.Fair());
        // While it is changed it is the firm's alone again.
        Assert.Empty(await desk.Items(desk.Secretary, dossier.Id));
        var second = (await desk.Submit(person, dossier.Id)).Value;
        Assert.Single(await desk.Items(desk.Secretary, dossier.Id));
        Assert.Equal(2, second.Number);
        Assert.Equal(DossierRefusal.NoReason, await Withdraw(desk, desk.Secretary, dossier.Id, ""));
        Assert.Null(await Withdraw(desk, person, dossier.Id, null));
        Assert.Equal(DossierState.Withdrawn, (await desk.Look(dossier.Id)).State);
        Assert.Equal(
            DossierRefusal.NotSubmitted,
            await Withdraw(desk, desk.Secretary, dossier.Id, "دلیل")
        );
    }

    private static async Task<DossierRefusal?> Withdraw(
        DossierDesk desk,
        Actor actor,
        Guid dossier,
        string? reason
    )
    {
        var version = (await desk.Look(dossier)).Version;
        return (
            await desk.Do<WithdrawDossier, Outcome<Dossier, DossierRefusal>>(
                actor,
                c => c.Run(dossier, version, reason)
            )
        ).Refused;
    }

    private static Task<Outcome<LateFiling, DossierRefusal>> Allow(
        DossierDesk desk,
        Guid firm,
        DateOnly until,
        string reason
    ) =>
        desk.Do<AllowLateFiling, Outcome<LateFiling, DossierRefusal>>(
            desk.Secretary,
            c => c.Run(desk.Campaign, firm, until, reason)
        );

    private static Task<int> Files(House house, Actor actor) =>
        house
            .As(actor)
            .Attachments.CountAsync(
                a => a.OwnerKind == nameof(EvidenceItem),
                TestContext.Current.CancellationToken
            );
}
