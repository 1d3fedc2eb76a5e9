using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Results;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Rules.Scoring;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>Who is level at the last place is decided by a meeting with its quorum, and nothing is released that none approved.</summary>
public sealed class CommitteeTests
{
    [OnBothDatabases]
    [Theory]
    public async Task Before_the_committee_everything_is_decided_and_computed(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await CommitteeDesk.On(house);
        Assert.Equal(CampaignRefusal.NotReady, await desk.Move(CampaignMoves.ToCommittee));
        Assert.Equal(CommitteeRefusal.NotBeforeCommittee, (await desk.Open()).Refused);
        var result = (await desk.Compute()).Value;
        Assert.Equal([ExporterStatus.Tied, ExporterStatus.Tied], result.Rows.Select(r => r.Status));
        Assert.Null(await desk.Move(CampaignMoves.ToCommittee));
        // Back to the reviews, with a reason; what was computed stands.
        Assert.Equal(CampaignRefusal.NoReason, await desk.Move(CampaignMoves.ReopenReview));
        Assert.Null(await desk.Move(CampaignMoves.ReopenReview, "داور تازه"));
        Assert.Null(await desk.Move(CampaignMoves.ToCommittee));
        // A dossier that goes out after that was computed is not in it any more.
        await desk.Move(CampaignMoves.ReopenReview, "داور تازه");
        await Withdraw(desk);
        Assert.Equal(CampaignRefusal.NotReady, await desk.Move(CampaignMoves.ToCommittee));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_meeting_decides_with_its_quorum(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await (await CommitteeDesk.On(house)).BeforeCommittee();
        Assert.Equal(
            [CommitteeRefusal.NoBody, CommitteeRefusal.NoPerson],
            (await desk.Seat(new SeatEntry(" ", "", false))).Reasons
        );
        var seats = await desk.Seats();
        Assert.Equal(
            CommitteeRefusal.ChairTaken,
            (await desk.Seat(new SeatEntry("گمرک", "نماینده", true))).Refused
        );
        Assert.Equal(CommitteeRefusal.QuorumWrong, (await desk.Open(3)).Refused);
        var meeting = (await desk.Open()).Value.Id;
        Assert.Equal(CommitteeRefusal.MeetingOpen, (await desk.Open()).Refused);
        Assert.Equal(CommitteeRefusal.NotFound, await desk.Attend(meeting, Guid.NewGuid()));
        Assert.Null(await desk.Attend(meeting, seats[0]));
        Assert.Equal(
            CommitteeRefusal.NoQuorum,
            await desk.Tie(meeting, [CommitteeDesk.Numbers[1]])
        );
        Assert.Equal(CommitteeRefusal.NoQuorum, await desk.Close(meeting));
        Assert.Null(await desk.Attend(meeting, seats));
        Assert.Equal(CommitteeRefusal.ChoiceWrong, await desk.Tie(meeting, []));
        Assert.Equal(CommitteeRefusal.ChoiceWrong, await desk.Tie(meeting, CommitteeDesk.Numbers));
        Assert.Equal(CommitteeRefusal.ChoiceWrong, await desk.Tie(meeting, ["10000000000"]));
        Assert.Equal(
            CommitteeRefusal.NoReason,
            await desk.Tie(meeting, [CommitteeDesk.Numbers[1]], reason: " ")
        );
        Assert.Equal(
            CommitteeRefusal.VotesWrong,
            await desk.Tie(meeting, [CommitteeDesk.Numbers[1]], new Votes(3, 0, 0))
        );
        Assert.Equal(
            CommitteeRefusal.NotCarried,
            await desk.Tie(meeting, [CommitteeDesk.Numbers[1]], new Votes(1, 1, 0))
        );
        Assert.Equal(CommitteeRefusal.TieOpen, await desk.Close(meeting));
        Assert.Null(await desk.Tie(meeting, [CommitteeDesk.Numbers[0]]));
        // Decided again before the end, the later choice holds.
        Assert.Null(await desk.Tie(meeting, [CommitteeDesk.Numbers[1]]));
        Assert.Equal(CommitteeRefusal.NoMinutes, await desk.Close(meeting, minutes: ""));
        Assert.Null(await desk.Close(meeting));
        Assert.Equal(CommitteeRefusal.Closed, await desk.Attend(meeting, seats));
        var held = await new CommitteeSearch(house.As(desk.Dossiers.Secretary)).One(meeting);
        Assert.True(held!.IsApproved);
        Assert.Equal([CommitteeDesk.Numbers[1]], Assert.Single(held.Ties).Exporters);
    }

    /// <summary>What is computed again takes the ground from under an open meeting, and from under an approval.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_newer_result_takes_a_meeting_of_its_own(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await (await CommitteeDesk.On(house)).BeforeCommittee();
        var seats = await desk.Seats();
        var meeting = (await desk.Open()).Value.Id;
        await desk.Compute();
        Assert.Equal(CommitteeRefusal.ResultReplaced, await desk.Attend(meeting, seats));
        var second = (await desk.Open()).Value;
        Assert.Equal(2, second.Number);
        await desk.Attend(second.Id, seats);
        await desk.Tie(second.Id, [CommitteeDesk.Numbers[0]]);
        Assert.Null(await desk.Close(second.Id));
        desk.PassEmbargo();
        await desk.Compute();
        Assert.Equal(Karvan.Evaluation.Release.ReleaseRefusal.NotReady, await desk.Release());
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nobody_else_sees_the_committee(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await (await CommitteeDesk.On(house)).BeforeCommittee();
        await desk.Approved();
        Assert.Single(
            await new CommitteeSearch(house.As(desk.Dossiers.Secretary)).Meetings(desk.Campaign)
        );
        foreach (
            var other in new[]
            {
                desk.Other.Person,
                await desk.Reviews.Reviewer(),
                await house.Expert("08", Body.TradePromotion),
                await CampaignHouse.Secretary(house, Provinces.Of("00")),
                Actor.Public,
            }
        )
        {
            var search = new CommitteeSearch(house.As(other));
            Assert.Empty(await search.Meetings(desk.Campaign));
            Assert.Empty(await search.Seats(desk.Campaign));
        }
    }

    /// <summary>Three are level for two places, behind one who is ahead; of those in line, who is level with the last stands in it too.</summary>
    [Fact]
    public void Ties_and_reserve_are_told_by_hand()
    {
        ResultRow[] rows =
        [
            Row("A", 1, ExporterStatus.Winner),
            Row("B", 2, ExporterStatus.Tied),
            Row("C", 2, ExporterStatus.Tied),
            Row("D", 2, ExporterStatus.Tied),
            Row("E", 5, ExporterStatus.NotEligible),
            Row("F", 6, ExporterStatus.Ranked),
            Row("G", 6, ExporterStatus.Ranked),
            Row("H", 8, ExporterStatus.Ranked),
            Row("I", null, ExporterStatus.Removed),
        ];
        var tied = Assert.Single(TiedPlaces.Of(rows, RankedWithin.Province, _ => 3));
        Assert.Equal(2, tied.Places);
        Assert.Equal(["B", "C", "D"], tied.Level.Select(r => r.Exporter));
        var standings = FinalStandings.Of(
            rows,
            RankedWithin.Province,
            new HashSet<string> { "B", "D" },
            _ => 2
        );
        Assert.Equal(
            [
                FinalStanding.Winner,
                FinalStanding.Winner,
                FinalStanding.Reserve,
                FinalStanding.Winner,
                FinalStanding.NotEligible,
                FinalStanding.Reserve,
                FinalStanding.Reserve,
                FinalStanding.Ranked,
                FinalStanding.Removed,
            ],
            rows.Select(r => standings[r.Id])
        );
    }

    private static ResultRow Row(string exporter, int? rank, ExporterStatus status) =>
        new(
            Guid.NewGuid(),
            exporter[0],
            new ScoredRow(exporter, "08", null, rank, status, 100, []),
            new FiledFirm(Guid.NewGuid(), Guid.NewGuid(), "08")
        );

    private static async Task Withdraw(CommitteeDesk desk)
    {
        var of = await desk
            .Dossiers.House.As(Actor.System)
            .Set<Karvan.Evaluation.Dossiers.Dossier>()
            .SingleAsync(
                d => d.EnterpriseId == desk.Other.Firm,
                TestContext.Current.CancellationToken
            );
        var done = await desk.Dossiers.Do<
            Karvan.Evaluation.Dossiers.WithdrawDossier,
            Outcome<Karvan.Evaluation.Dossiers.Dossier, Karvan.Evaluation.Dossiers.DossierRefusal>
        >(desk.Dossiers.Secretary, c => c.Run(of.Id, of.Version, "درخواست بنگاه"));
        Assert.True(done.Done);
    }
}
