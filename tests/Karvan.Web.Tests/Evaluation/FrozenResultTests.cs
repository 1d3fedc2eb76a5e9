using Karvan.Customs.Trade;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Rulebooks;
using Karvan.Rules.Rulebooks;
using Karvan.Testing.Databases;
using Karvan.Web.Evaluation;
using Karvan.Web.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Evaluation;

/// <summary>The demo's computed campaign, from what was frozen of it: the same bytes again, on both databases.</summary>
public sealed class FrozenResultTests
{
    [OnBothDatabases]
    [Theory]
    public async Task A_frozen_result_is_computed_again_to_the_byte(Provider provider)
    {
        await using var site = await Site.On(provider);
        var (result, again) = await site.Ask(async db =>
        {
            var frozen = await db
                .CampaignResults.AsNoTracking()
                .Include(r => r.Rows)
                .OrderBy(r => r.ComputedAt)
                .FirstAsync();
            var campaign = await db
                .Campaigns.AsNoTracking()
                .Include(c => c.Places)
                .SingleAsync(c => c.Id == frozen.CampaignId);
            var files = new CampaignFiles(db, new ImportsInForce(db));
            var computed = await ComputedScores.Of(
                files,
                await files.Frozen(frozen),
                new CampaignRulebooks(
                    new RulebookLibrary(
                        db,
                        new ShippedRulebooks(RulebookCatalog.Beside()),
                        new RulebookShelf()
                    )
                ).Find(campaign.Rulebook)!,
                _ => campaign.Places.Single().Winners,
                RankingPool.Province,
                TestContext.Current.CancellationToken
            );
            return (frozen, computed);
        });
        Assert.NotEmpty(result.Rows);
        Assert.Equal(result.Scores, again.Scores);
        Assert.Equal(result.ScoresHash, again.ScoresHash);
        Assert.Equal(result.DeclarationsHash, again.DeclarationsHash);
        Assert.Equal(result.RulebookHash, again.RulebookHash);
    }
}
