using Karvan.Cli.Output;
using Karvan.Oracle;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Trade;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Outputs;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>Scores a folder with the engine and with the oracle, and compares everything both say.</summary>
internal static class OracleComparison
{
    public static void Compare(
        string input,
        int winners,
        string within,
        ReadingOptions options,
        params (string Reading, string Choice)[] readings
    )
    {
        var expected = OracleScore.Run(
            input,
            new OracleOptions
            {
                TechnologyTable = Repository.TechnologyTable,
                Winners = winners,
                Within = within,
                Readings = readings.ToDictionary(
                    r => r.Reading,
                    r => r.Choice,
                    StringComparer.Ordinal
                ),
            }
        );
        var book = Repository.Book(readings);
        using var read = TradeInput.Read(
            InputFolder.Find(input),
            book,
            FactPlan.For(book),
            options
        );
        CompareFiles(expected, read);
        var sheet = ScoreSheet.Score(book, read.Facts);
        ComparePoints(expected, book, sheet);
        var pool = within is "province" ? RankingPool.Province : RankingPool.ProvinceAndGroup;
        Assert.Equal(expected.ScoresCsv, Scores(sheet, Standings.Of(sheet, winners, pool)));
    }

    public static string Scores(ScoreSheet sheet, Standings standings)
    {
        using var scratch = new Scratch();
        ScoresCsv.Write(scratch["scores.csv"], sheet, standings, CancellationToken.None);
        return File.ReadAllText(scratch["scores.csv"]);
    }

    private static void CompareFiles(OracleResult expected, TradeInput read)
    {
        foreach (var tally in read.Tallies)
        {
            var counts = expected.Files[tally.File];
            var theirs =
                $"read {counts.Read} accepted {counts.Accepted} rejected {counts.Rejected.Values.Sum()} duplicates {counts.Duplicates} other {counts.OtherYear}";
            Assert.Equal(
                theirs,
                $"read {tally.Read} accepted {tally.Accepted} rejected {tally.Rejected} duplicates {tally.Duplicates} other {tally.OtherYear}"
            );
        }
        var mine = read
            .Log.InOrder()
            .Select(r => $"{read.Tallies[r.File].File}:{r.Line}: {Class(r.Fault)}")
            .Order(StringComparer.Ordinal);
        var wanted = expected
            .Rejected.Select(r => $"{r.File}:{r.Line}: {r.Reason}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(wanted, mine);
    }

    private static void ComparePoints(OracleResult expected, Rulebook book, ScoreSheet sheet)
    {
        for (var firm = 0; firm < sheet.Firms; firm++)
        {
            var id = sheet.Facts.Roster.Exporters[firm].Id;
            for (var c = 0; c < book.Criteria.Count; c++)
            {
                var points = expected.Points[id][book.Criteria[c].Id];
                var column = sheet.Columns[c];
                Assert.Equal(
                    $"{id} {book.Criteria[c].Id} {points.Points:0.00} {points.State}",
                    $"{id} {book.Criteria[c].Id} {column.Points[firm] / 100m:0.00} {column.States[firm].Name()}"
                );
            }
        }
    }

    /// <summary>The oracle tells four reasons apart.</summary>
    private static string Class(Fault fault) =>
        fault switch
        {
            Fault.UnknownExporter => "unknown-exporter",
            Fault.Conflict => "conflict",
            Fault.Repeated => "repeated",
            _ => "fields",
        };
}
