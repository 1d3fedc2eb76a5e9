using Karvan.Cli.Output;
using Karvan.Rules.Facts;
using Karvan.Rules.Scoring;
using Karvan.Trade;
using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Karvan.Trade.Outputs;
using Karvan.Trade.Sources;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>Both files of a result as text, made without the program around it, so that every option of reading can be set.</summary>
internal sealed record ScoredFolder(string Scores, string Explanations, string Tallies)
{
    public static ScoredFolder Of(string input, ReadingOptions options)
    {
        var book = Repository.Book1402;
        using var read = TradeInput.Read(
            InputFolder.Find(input),
            book,
            FactPlan.For(book),
            options
        );
        var sheet = ScoreSheet.Score(book, read.Facts);
        var standings = Standings.Of(sheet, 3, book.Ranking.Within);
        using var scratch = new Scratch();
        ScoresCsv.Write(scratch["scores.csv"], sheet, standings, CancellationToken.None);
        ExplanationsFile.Write(
            scratch["explanations.jsonl"],
            sheet,
            standings,
            null,
            CancellationToken.None
        );
        var rejected = read
            .Log.InOrder()
            .Select(r => $"{r.File}:{r.Line} {r.Fault} {r.Column} {r.Value}");
        return new ScoredFolder(
            File.ReadAllText(scratch["scores.csv"]),
            File.ReadAllText(scratch["explanations.jsonl"]),
            string.Join('\n', read.Tallies.Select(Counts).Concat(rejected))
        );
    }

    /// <summary>Throws where the law read = accepted + rejected + duplicates + other-year is broken.</summary>
    private static string Counts(FileTally tally) =>
        tally.Read == tally.Accepted + tally.Rejected + tally.Duplicates + tally.OtherYear
            ? $"{tally.File} {tally.Read} = {tally.Accepted} + {tally.Rejected} + {tally.Duplicates} + {tally.OtherYear}"
            : throw new InvalidOperationException(
                $"{tally.File}: read {tally.Read}, accepted {tally.Accepted}, rejected {tally.Rejected}, duplicates {tally.Duplicates}, other years {tally.OtherYear}"
            );
}
