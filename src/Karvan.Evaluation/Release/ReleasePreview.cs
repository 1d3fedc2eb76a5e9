using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Platform.Accounts;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <param name="Number">Of the result.</param>
/// <param name="Standings">How many firms come to what.</param>
/// <param name="Readers">How many people are written to.</param>
/// <param name="Unreached">Names of firms for whom nobody acts here: they are written to on paper.</param>
public sealed record Previewed(
    int Number,
    IReadOnlyDictionary<FinalStanding, int> Standings,
    int Readers,
    IReadOnlyList<string> Unreached
);

/// <summary>What a release would do, before it is done.</summary>
public sealed class ReleasePreview(
    KarvanContext db,
    ApprovedStandings standings,
    ReleaseLetters letters
)
{
    /// <returns>Null where no result is approved.</returns>
    public async Task<Previewed?> Of(Campaign campaign, CancellationToken cancellation = default)
    {
        if (await standings.Of(campaign, cancellation) is not { } approved)
        {
            return null;
        }
        var people = await db.PeopleOfEach(letters.FirmsIn(campaign.Id), cancellation);
        var unreached = approved
            .Result.Rows.Select(r => r.EnterpriseId)
            .Where(f => !people.Contains(f))
            .ToList();
        return new Previewed(
            approved.Result.Number,
            approved
                .Standings.Values.GroupBy(s => s)
                .OrderBy(g => g.Key)
                .ToDictionary(g => g.Key, g => g.Count()),
            approved.Result.Rows.Sum(r => people[r.EnterpriseId].Count()),
            await db
                .Enterprises.AsNoTracking()
                .Where(e => unreached.Contains(e.Id))
                .OrderBy(e => e.SortKey)
                .ThenBy(e => e.Id)
                .Select(e => e.NameFa)
                .ToListAsync(cancellation)
        );
    }
}
