using Karvan.Cli.Output;
using Karvan.Cli.Terminal;
using Karvan.Customs.Trade;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Cli.Commands;

/// <summary>Writes the files by which a campaign is computed again.</summary>
internal sealed class CampaignExport(KarvanContext db)
{
    private const string Rulebook = "rulebook.yaml";
    private const string Scores = "scores.csv";

    /// <exception cref="UnusableRequestException">There is no such campaign or rulebook, or the folder holds something.</exception>
    public async Task<int> Run(Guid id, string output, CancellationToken cancellation)
    {
        var campaign =
            await db
                .Campaigns.AsNoTracking()
                .Include(c => c.Places)
                .SingleOrDefaultAsync(c => c.Id == id, cancellation)
                .ConfigureAwait(false)
            ?? throw new UnusableRequestException(
                $"--campaign: found no campaign {id:D}, expected an id that karvan campaign list prints"
            );
        var (file, book) = NearbyRulebook.Pinned(campaign.RulebookId, campaign.RulebookHash);
        if (File.Exists(output) || (Directory.Exists(output) && HoldsSomething(output)))
        {
            throw new UnusableRequestException(
                $"--out: found something at {output}, expected an empty folder or nothing"
            );
        }
        var files = new CampaignFiles(db, new ImportsInForce(db));
        var result = await db
            .CampaignResults.AsNoTracking()
            .Include(r => r.Rows)
            .Where(r => r.CampaignId == id)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(cancellation)
            .ConfigureAwait(false);
        var input = result is null
            ? await files.Of(campaign, book, cancellation).ConfigureAwait(false)
            : await files.Frozen(result, cancellation).ConfigureAwait(false);
        Directory.CreateDirectory(output);
        await files.Write(input, output, cancellation).ConfigureAwait(false);
        RulebookCopy.Write(name => Path.Combine(output, name), Rulebook, book, file);
        if (result is null)
        {
            Say.Note("nothing was computed of this campaign yet: the files say how things stand");
            return ExitCode.Good;
        }
        await File.WriteAllTextAsync(Path.Combine(output, Scores), result.Scores, cancellation)
            .ConfigureAwait(false);
        foreach (
            var places in campaign
                .Places.GroupBy(p => p.Winners, p => p.Province)
                .OrderBy(g => g.Key)
        )
        {
            Say.Note(
                $"provinces {string.Join(' ', places.Order(StringComparer.Ordinal))}: --winners {places.Key} --within {(campaign.Within is RankedWithin.Province ? "province" : "province+group")}"
            );
        }
        var lines = await CampaignFiles
            .DeclarationsHashOf(output, cancellation)
            .ConfigureAwait(false);
        if (lines == result.DeclarationsHash)
        {
            return ExitCode.Good;
        }
        Say.Warning(
            $"customs lines are others by now than those that result {result.Number} was computed from (SHA-256 {lines}, expected {result.DeclarationsHash})"
        );
        return ExitCode.SomeRejected;
    }

    private static bool HoldsSomething(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Any();
}
