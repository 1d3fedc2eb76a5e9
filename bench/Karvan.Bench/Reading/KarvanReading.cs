using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade;
using Karvan.Trade.Sources;

namespace Karvan.Bench.Reading;

/// <summary>Reading, validating, finding duplicates and adding up, with all processors.</summary>
internal static class KarvanReading
{
    public static string Run(string folder, Rulebook book)
    {
        using var input = TradeInput.Read(InputFolder.Find(folder), book, FactPlan.For(book));
        return Check(input.Facts.Trade, book.Years);
    }

    private static string Check(TradeFacts trade, DataYears years)
    {
        var last = years.IndexOf(years.Last);
        var sums = new Sums
        {
            Firms = Enumerable
                .Range(0, trade.Count)
                .LongCount(f =>
                    trade.ExportCents.Any(y => y[f] > 0) || trade.ImportCents.Any(y => y[f] > 0)
                ),
            ExportCents = trade.ExportCents.Sum(y => y.Sum()),
            ImportCents = trade.ImportCents.Sum(y => y.Sum()),
            ExportGrams = trade.ExportGrams.Sum(y => y.Sum()),
            CountryYears = trade.YearsAll.Sum(b => (long)int.PopCount(b)),
        };
        for (var c = 0; c < trade.ClassCents[0].Length; c++)
        {
            sums.ByClass += (Int128)trade.ClassCents[0][c].Sum() * c;
        }
        return $"{sums} in {years.All[last]}";
    }
}
