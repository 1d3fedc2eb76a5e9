using Karvan.Evaluation.Reviews;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>Two reviewers decide on a dossier without knowing of each other; the secretary settles where they differ.</summary>
public sealed class ReviewTests
{
    private static readonly Finding Yes = new(ReviewDecision.Accepted, null, null, null, null);

    private static readonly Finding No = new(
        ReviewDecision.Rejected,
        null,
        null,
        RejectionReason.NotEndorsed,
        null
    );

    [OnBothDatabases]
    [Theory]
    public async Task What_both_agree_on_holds_and_the_rest_is_settled(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var first = await desk.Opened(1);
        var second = await desk.Opened(2);
        await desk.Decide(first, "R6.10", Yes);
        Assert.Equal(ReviewRefusal.NotAllDecided, await desk.Finish(first));
        await desk.Decide(first, "R6.1", Yes);
        Assert.Null(await desk.Finish(first));
        Assert.Equal(ReviewRefusal.Over, await desk.Decide(first, "R6.1", No));
        // Nothing holds before both are done, and there is nothing to settle yet.
        Assert.Empty(await desk.Verdicts(desk.Dossiers.Secretary));
        Assert.Equal(
            ReviewRefusal.NothingToSettle,
            await desk.Settle("R6.1", No with { Remark = "دلیل" })
        );
        await desk.Decide(second, "R6.10", Yes with { Remark = "در سخن دیگر" });
        await desk.Decide(second, "R6.1", No);
        Assert.Null(await desk.Finish(second));
        Assert.Equal(
            [("R6.10", ReviewDecision.Accepted, false)],
            await desk.Verdicts(desk.Dossiers.Secretary)
        );
        Assert.Equal(ReviewRefusal.NoRemark, await desk.Settle("R6.1", No));
        Assert.Equal(
            ReviewRefusal.NothingToSettle,
            await desk.Settle("R6.10", No with { Remark = "دلیل" })
        );
        Assert.Null(await desk.Settle("R6.1", No with { Remark = "مهر سفارت خوانا نیست" }));
        Assert.Equal(
            [("R6.1", ReviewDecision.Rejected, true), ("R6.10", ReviewDecision.Accepted, false)],
            await desk.Verdicts(desk.Dossiers.Secretary)
        );
        Assert.Equal(
            ReviewRefusal.NothingToSettle,
            await desk.Settle("R6.1", Yes with { Remark = "دلیل" })
        );
    }

    /// <summary>A reviewer sees their own dossiers, and of those nothing of the other reviewer; nobody else sees any of it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Nobody_sees_what_another_reviewer_finds(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var first = await desk.Opened(1);
        var second = await desk.Opened(2);
        await desk.Decide(first, "R6.1", No);
        Assert.Equal([first.Review], await Seen(house, first.Reviewer));
        Assert.Equal([second.Review], await Seen(house, second.Reviewer));
        Assert.Equal(2, (await Seen(house, desk.Dossiers.Secretary)).Count);
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
            Assert.Empty(await Seen(house, other));
        }
        Assert.Equal(
            ReviewRefusal.NotFound,
            await desk.Do<DecideItem>(
                second.Reviewer,
                first.Review,
                (c, v) => c.Run(first.Review, v, Guid.NewGuid(), Yes)
            )
        );
        await desk.Decide(first, "R6.10", Yes);
        await desk.Finish(first);
        await desk.Decide(second, "R6.1", No);
        await desk.Decide(second, "R6.10", Yes);
        await desk.Finish(second);
        Assert.Equal(2, (await desk.Verdicts(desk.Dossiers.Secretary)).Count);
        foreach (var other in new[] { first.Reviewer, second.Reviewer, desk.Firm.Person })
        {
            Assert.Empty(await desk.Verdicts(other));
        }
    }

    /// <summary>Before the reviewer says that they have no interest nothing of the dossier opens; given back, it closes again.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Files_open_with_the_declaration_and_close_with_the_dossier_given_back(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var reviewer = await desk.Reviewer();
        var review = (await desk.Assign(reviewer, 1)).Value.Id;
        var given = (reviewer, review);
        Assert.Equal(ReviewRefusal.InterestNotSaid, await desk.Decide(given, "R6.1", Yes));
        Assert.Equal(0, await Files(house, reviewer));
        Assert.Empty(await Items(house, desk, given));
        await desk.Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v));
        Assert.Equal(1, await Files(house, reviewer));
        Assert.Equal(2, (await Items(house, desk, given)).Count);
        Assert.Equal(
            ReviewRefusal.NoRemark,
            await desk.Do<RecuseReview>(reviewer, review, (c, v) => c.Run(review, v, " "))
        );
        Assert.Null(
            await desk.Do<RecuseReview>(reviewer, review, (c, v) => c.Run(review, v, "سهامدارم"))
        );
        Assert.Equal(0, await Files(house, reviewer));
        // Its place is free again, for somebody else.
        Assert.Equal(ReviewRefusal.SamePerson, (await desk.Assign(reviewer, 1)).Refused);
        Assert.True((await desk.Assign(await desk.Reviewer(), 1)).Done);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Who_has_to_do_with_the_firm_does_not_review_it(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        Assert.Equal(
            ReviewRefusal.NoReviewer,
            (await desk.Assign(await desk.Reviewer("00"), 1)).Refused
        );
        var owner = await house.Somebody(
            p =>
                Grant.OfStaff(
                    p,
                    Role.Reviewer,
                    Body.TradePromotion,
                    Provinces.Of(Dossiers.DossierDesk.Province)
                ),
            p => Grant.OfFirm(p, desk.Firm.Firm)
        );
        Assert.Equal(ReviewRefusal.ActsForFirm, (await desk.Assign(owner, 1)).Refused);
        var reviewer = await desk.Reviewer();
        Assert.Equal(ReviewRefusal.NoSuchPlace, (await desk.Assign(reviewer, 3)).Refused);
        Assert.True((await desk.Assign(reviewer, 1)).Done);
        Assert.Equal(
            ReviewRefusal.PlaceTaken,
            (await desk.Assign(await desk.Reviewer(), 1)).Refused
        );
        Assert.Equal(ReviewRefusal.SamePerson, (await desk.Assign(reviewer, 2)).Refused);
    }

    /// <summary>Of two who finish at the same moment one sees the other: no agreement is lost, and none stands twice.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Two_who_finish_at_once_come_to_one_decision(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var first = await desk.Opened(1);
        var second = await desk.Opened(2);
        foreach (var by in new[] { first, second })
        {
            await desk.Decide(by, "R6.1", Yes);
            await desk.Decide(by, "R6.10", No);
        }
        var done = await Task.WhenAll(
            Task.Run(() => desk.Finish(first)),
            Task.Run(() => desk.Finish(second))
        );
        Assert.Equal([null, null], done);
        Assert.Equal(
            [("R6.1", ReviewDecision.Accepted, false), ("R6.10", ReviewDecision.Rejected, false)],
            await desk.Verdicts(desk.Dossiers.Secretary)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_found_must_say_what_the_criterion_takes(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var by = await desk.Opened(1);
        Assert.Equal(
            ReviewRefusal.NoReason,
            await desk.Decide(by, "R6.1", No with { Reason = null })
        );
        Assert.Equal(
            ReviewRefusal.NoRemark,
            await desk.Decide(by, "R6.1", No with { Reason = RejectionReason.Other })
        );
        Assert.Null(await desk.Decide(by, "R6.1", No));
        Assert.Null(await desk.Decide(by, "R6.1", Yes));
        Assert.Equal(
            ReviewRefusal.NotFound,
            await desk.Do<RemarkOnCriterion>(
                by.Reviewer,
                by.Review,
                (c, v) => c.Run(by.Review, v, "R9.9", "نظر")
            )
        );
        // A criterion of customs data takes a remark too, and a new one in its place.
        foreach (var remark in new[] { "نظر", "نظر دیگر" })
        {
            Assert.Null(
                await desk.Do<RemarkOnCriterion>(
                    by.Reviewer,
                    by.Review,
                    (c, v) => c.Run(by.Review, v, "R4.2", remark)
                )
            );
        }
        var found = (await new ReviewSearch(house.As(by.Reviewer)).One(by.Review))!;
        Assert.Equal("نظر دیگر", Assert.Single(found.Remarks).Text);
    }

    private static Task<List<Guid>> Seen(House house, Actor actor) =>
        house
            .As(actor)
            .ReviewAssignments.OrderBy(r => r.Place)
            .Select(r => r.Id)
            .ToListAsync(TestContext.Current.CancellationToken);

    private static Task<int> Files(House house, Actor actor) =>
        house.As(actor).Attachments.CountAsync(TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<Karvan.Evaluation.Dossiers.ItemWithFiles>> Items(
        House house,
        ReviewDesk desk,
        (Actor Reviewer, Guid Review) given
    )
    {
        var search = new ReviewSearch(house.As(given.Reviewer));
        return (await search.Opened(await desk.Look(given.Review))).Items;
    }
}
