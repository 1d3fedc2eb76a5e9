using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>Before the release there is nothing to be seen; with it everybody knows what is theirs, once and for good.</summary>
public sealed class ReleaseTests
{
    [OnBothDatabases]
    [Theory]
    public async Task What_the_committee_approved_is_told_once(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await (await CommitteeDesk.On(house)).BeforeCommittee();
        Assert.Equal(ReleaseRefusal.NotReady, await desk.Release());
        await desk.Approved();
        // Approved, but nobody is told before the day that was announced.
        Assert.Equal(ReleaseRefusal.NotReady, await desk.Release());
        desk.PassEmbargo();
        Assert.Empty(await Cards(house, desk.Other.Person));
        Assert.Empty(await Told(house, desk.Other.Person));
        // A release is no move like the others.
        Assert.Equal(CampaignRefusal.NoSuchMove, await desk.Move(CampaignMoves.Release));
        Assert.Null(await desk.Release("مراسم در دی‌ماه است"));

        var won = Assert.Single(await Cards(house, desk.Other.Person));
        Assert.Equal((FinalStanding.Winner, (int?)1, 0m), (won.Standing, won.Rank, won.Total));
        var lost = Assert.Single(await Cards(house, desk.Reviews.Firm.Person));
        // Level and not chosen: next in line.
        Assert.Equal((FinalStanding.Reserve, (int?)1), (lost.Standing, lost.Rank));
        Assert.Equal(
            [(ReleaseNotices.Winner.Name, "مراسم در دی‌ماه است")],
            await Told(house, desk.Other.Person)
        );
        Assert.Equal(
            [(ReleaseNotices.Reserve.Name, "مراسم در دی‌ماه است")],
            await Told(house, desk.Reviews.Firm.Person)
        );
        Assert.Equal(2, (await Cards(house, desk.Dossiers.Secretary)).Count);
        Assert.Equal(2, (await Cards(house, await house.Expert("08", Body.TradePromotion))).Count);
        foreach (
            var other in new[]
            {
                (await desk.Dossiers.Firm(9)).Person,
                await desk.Reviews.Reviewer(),
                await house.Expert("00", Body.TradePromotion),
                Actor.Public,
            }
        )
        {
            Assert.Empty(await Cards(house, other));
        }
        // It is done once, and nothing goes on after it.
        Assert.Equal(ReleaseRefusal.NotBeforeCommittee, await desk.Release());
        Assert.Equal(ResultRefusal.NotReviewing, (await desk.Compute()).Refused);
        Assert.Equal(
            CommitteeRefusal.Released,
            (await desk.Seat(new SeatEntry("گمرک", "نماینده", false))).Refused
        );
    }

    /// <summary>A card says what was decided and why, walks down to the engine's own numbers, and is as it was computed.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_card_says_where_each_point_comes_from(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await (await CommitteeDesk.On(house)).BeforeCommittee();
        await desk.Approved();
        desk.PassEmbargo();
        Assert.Null(await desk.Release());
        var card = Assert.Single(await Cards(house, desk.Reviews.Firm.Person));
        var content = card.Told();
        Assert.Equal(
            [
                ("R6.10", ReviewDecision.Rejected, RejectionReason.NotShown, "مهر ندارد"),
                ("R6.1", ReviewDecision.Rejected, RejectionReason.NotShown, "مهر ندارد"),
            ],
            content
                .Decisions.OrderByDescending(d => d.Criterion, StringComparer.Ordinal)
                .Select(d => (d.Criterion, d.Decision!.Value, d.Reason!.Value, d.Remark!))
        );
        // Two exporters are too few to tell how the province lies without telling of the other.
        Assert.Empty(content.Spread);
        var explained = card.Explanation();
        Assert.Equal(card.Total, explained.Criteria.Sum(c => c.Points));
        Assert.Equal(
            Karvan.Rules.Scoring.ScoreState.Rejected,
            explained.Criteria.Single(c => c.Id == "R6.1").State
        );
    }

    /// <summary>Of two secretaries who release at once one does, and every firm is written to once.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Two_releases_at_once_are_one(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await (await CommitteeDesk.On(house)).BeforeCommittee();
        await desk.Approved();
        desk.PassEmbargo();
        var done = await Task.WhenAll(
            Task.Run(() => desk.Release()),
            Task.Run(() => desk.Release())
        );
        Assert.Single(done, d => d is null);
        Assert.Single(await Told(house, desk.Other.Person));
        Assert.Equal(2, (await Cards(house, desk.Dossiers.Secretary)).Count);
    }

    /// <summary>Whatever points are drawn: a quartile is points that somebody has, and so many do not exceed it.</summary>
    [Fact]
    public void Quartiles_are_points_that_somebody_has()
    {
        var dice = new Random(11);
        for (var turn = 0; turn < 500; turn++)
        {
            var points = Enumerable
                .Range(0, 1 + dice.Next(40))
                .Select(_ => dice.Next(0, 4000) / 100m)
                .ToList();
            var spread = PointSpreads.Of("R4.2", [.. points]);
            Assert.Equal(
                decimal.Round(points.Average(), 2, MidpointRounding.AwayFromZero),
                spread.Average
            );
            foreach (
                var (quartile, quarters) in new[]
                {
                    (spread.LowerQuartile, 1),
                    (spread.Median, 2),
                    (spread.UpperQuartile, 3),
                }
            )
            {
                Assert.Contains(quartile, points);
                Assert.True(points.Count(p => p <= quartile) * 4 >= points.Count * quarters);
                Assert.True(points.Count(p => p < quartile) * 4 < points.Count * quarters);
            }
        }
    }

    private static Task<List<ReleasedCard>> Cards(House house, Actor actor) =>
        house
            .As(actor)
            .ReleasedCards.AsNoTracking()
            .ToListAsync(TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<(string Kind, string Text)>> Told(
        House house,
        Actor actor
    ) =>
        [
            .. (
                await house
                    .As(Actor.System)
                    .Set<Notice>()
                    .Where(n =>
                        n.PersonId == actor.PersonId
                        && n.Kind.StartsWith(ReleaseNotices.Winner.Topic)
                    )
                    .ToListAsync(TestContext.Current.CancellationToken)
            ).Select(n => (n.Kind, n.TextFa)),
        ];
}
