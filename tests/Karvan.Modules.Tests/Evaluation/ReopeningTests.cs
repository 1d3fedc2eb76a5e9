using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>What a reviewer has opened stays as it was filed, whoever would open the filing again.</summary>
public sealed class ReopeningTests
{
    private const int AtReview = 4;

    [OnBothDatabases]
    [Theory]
    public async Task Filing_is_opened_again_until_a_reviewer_opens_a_dossier(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var campaigns = new CampaignHouse(house, desk.Dossiers.Secretary);
        // A dossier that was given to somebody, who has not looked at it, holds nothing up.
        var reviewer = await desk.Reviewer();
        var review = (await desk.Assign(reviewer, 1)).Value.Id;
        Assert.Null(await Reopen(campaigns, desk, AtReview));
        Assert.Equal(
            ReviewRefusal.NotReviewing,
            await desk.Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v))
        );
        Assert.Null(
            await campaigns.Move(desk.Dossiers.Campaign, AtReview + 1, CampaignMoves.BeginReview)
        );
        await desk.Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v));
        Assert.Equal(CampaignRefusal.NotReady, await Reopen(campaigns, desk, AtReview + 2));
        // It was looked at, even where it was given back.
        await desk.Do<RecuseReview>(reviewer, review, (c, v) => c.Run(review, v, "سهامدارم"));
        Assert.Equal(CampaignRefusal.NotReady, await Reopen(campaigns, desk, AtReview + 2));
    }

    /// <summary>Of a reviewer who opens a dossier and a secretary who opens the filing, at once, one is refused.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task One_of_both_is_refused(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        var campaigns = new CampaignHouse(house, desk.Dossiers.Secretary);
        var reviewer = await desk.Reviewer();
        var review = (await desk.Assign(reviewer, 1)).Value.Id;
        var opening = Task.Run(() =>
            desk.Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v))
        );
        var reopening = Task.Run(() => Reopen(campaigns, desk, AtReview));
        await Task.WhenAll(opening, reopening);
        Assert.True(await opening is null != await reopening is null);
        Assert.Equal(await opening is null, (await desk.Look(review)).ClearedAt is not null);
    }

    /// <summary>While others are reviewed a firm files that was given more time, and takes back until a reviewer opens it.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_late_firm_files_while_others_are_reviewed(Provider provider)
    {
        await using var house = await House.On(provider);
        var desk = await ReviewDesk.On(house);
        Assert.Equal(DossierRefusal.NotFiling, await TakeBack(desk));
        var until = TehranTime.DayOf(house.Clock.GetUtcNow().UtcDateTime).AddDays(2);
        var allowed = await desk.Dossiers.Do<AllowLateFiling, Outcome<LateFiling, DossierRefusal>>(
            desk.Dossiers.Secretary,
            c => c.Run(desk.Dossiers.Campaign, desk.Firm.Firm, until, "سامانه در دسترس نبود")
        );
        Assert.True(allowed.Done);
        // Another firm was not.
        var (other, firm) = await desk.Dossiers.Firm(2);
        Assert.Equal(DossierRefusal.NotFiling, (await desk.Dossiers.Begin(other, firm)).Refused);
        var reviewer = await desk.Reviewer();
        var review = (await desk.Assign(reviewer, 1)).Value.Id;
        Assert.Null(await TakeBack(desk));
        Assert.Equal(
            ReviewRefusal.NotSubmitted,
            await desk.Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v))
        );
        Assert.True((await desk.Dossiers.Submit(desk.Firm.Person, desk.Dossier)).Done);
        Assert.Null(await desk.Do<ClearReview>(reviewer, review, (c, v) => c.Run(review, v)));
        Assert.Equal(DossierRefusal.UnderReview, await TakeBack(desk));
        // Given back unread by anybody else, it is the firm's to change again, for as long as it was given.
        await desk.Do<RecuseReview>(reviewer, review, (c, v) => c.Run(review, v, "سهامدارم"));
        Assert.Null(await TakeBack(desk));
        house.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(
            DossierRefusal.TooLate,
            (await desk.Dossiers.Submit(desk.Firm.Person, desk.Dossier)).Refused
        );
    }

    private static Task<CampaignRefusal?> Reopen(
        CampaignHouse campaigns,
        ReviewDesk desk,
        int version
    ) =>
        campaigns.Move(desk.Dossiers.Campaign, version, CampaignMoves.ReopenFiling, "برق رفته بود");

    private static async Task<DossierRefusal?> TakeBack(ReviewDesk desk)
    {
        var version = (await desk.Dossiers.Look(desk.Dossier)).Version;
        return (
            await desk.Dossiers.Do<TakeBackDossier, Outcome<Dossier, DossierRefusal>>(
                desk.Firm.Person,
                c => c.Run(desk.Dossier, version)
            )
        ).Refused;
    }
}
