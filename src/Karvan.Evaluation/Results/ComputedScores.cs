using System.Security.Cryptography;
using System.Text;
using Karvan.Rules.Explanations;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;
using Karvan.Trade;
using Karvan.Trade.Outputs;
using Karvan.Trade.Sources;

namespace Karvan.Evaluation.Results;

/// <summary>One exporter as it stands in <c>scores.csv</c>.</summary>
/// <param name="Rank">Null for the removed.</param>
/// <param name="Explained">How its points came about: <see cref="FrozenExplanation"/>.</param>
public sealed record ScoredRow(
    string Exporter,
    string Province,
    string? ProductGroup,
    int? Rank,
    ExporterStatus Status,
    int Hundredths,
    byte[] Explained
);

/// <summary>What the engine makes of the input of a campaign.</summary>
public sealed record ComputedScores(
    string RulebookHash,
    string DeclarationsHash,
    string Scores,
    IReadOnlyList<ScoredRow> Rows
)
{
    public string ScoresHash => Hash(Encoding.UTF8.GetBytes(Scores));

    /// <summary>
    /// Writes the input files to a folder and scores it as <c>karvan score</c> does: anybody who has the files comes to the same
    /// bytes.
    /// </summary>
    /// <param name="places">By the code of a province.</param>
    /// <exception cref="InvalidOperationException">A row was rejected: what Karvan wrote it must be able to read.</exception>
    public static async Task<ComputedScores> Of(
        CampaignFiles files,
        CampaignInput input,
        Rulebook book,
        Func<string, int> places,
        RankingPool within,
        CancellationToken cancellation
    )
    {
        var folder = Directory.CreateTempSubdirectory("karvan-result-").FullName;
        try
        {
            await files.Write(input, folder, cancellation);
            using var read = TradeInput.Read(
                InputFolder.Find(folder),
                book,
                FactPlan.For(book),
                cancellation: cancellation
            );
            if (read.AnyRejected)
            {
                throw new InvalidOperationException(
                    "A row of the input that was written for a campaign was rejected: "
                        + string.Join(
                            ", ",
                            read.Tallies.Where(t => t.Rejected > 0)
                                .Select(t => $"{t.Rejected} of {t.File}")
                        )
                );
            }
            var sheet = ScoreSheet.Score(book, read.Facts);
            var standings = Standings.Of(sheet, places, within);
            var scores = Path.Combine(folder, "scores.csv");
            ScoresCsv.Write(scores, sheet, standings, cancellation);
            var explanations = new ExplanationWriter(sheet, standings);
            var line = new Utf8Text();
            return new ComputedScores(
                book.Hash,
                await CampaignFiles.DeclarationsHashOf(folder, cancellation),
                await File.ReadAllTextAsync(scores, cancellation),
                [
                    .. standings.Order.Select(firm =>
                    {
                        line.Clear();
                        explanations.Write(firm, line);
                        return Row(sheet, standings, firm, FrozenExplanation.Pack(line.Written));
                    }),
                ]
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ScoredRow Row(ScoreSheet sheet, Standings standings, int firm, byte[] explained)
    {
        var exporter = sheet.Facts.Roster.Exporters[firm];
        return new ScoredRow(
            exporter.Id,
            exporter.Province,
            exporter.ProductGroup < 0 ? null : sheet.Book.ProductGroups[exporter.ProductGroup].Id,
            standings.Ranks[firm] > 0 ? standings.Ranks[firm] : null,
            standings.Statuses[firm],
            sheet.TotalOf(firm),
            explained
        );
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
