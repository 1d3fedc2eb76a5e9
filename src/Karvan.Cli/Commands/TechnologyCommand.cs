using System.CommandLine;
using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Rules.Rulebooks;
using Karvan.Trade;
using Karvan.Trade.Sources;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan technology</c>: a trade table by product and year through a rulebook's technology bands.</summary>
internal static class TechnologyCommand
{
    private const string Family = "exemplary-exporter";

    private const string About = """
        Add up a trade table (CSV, plain or gzip, with the columns year, hs6, value_usd) by the technology bands of a
        rulebook, and print each band's share of value by year, for every edition of the bands.

        Example:
          karvan technology --input docs/data/iran-exports-hs6-2015-2024.csv.gz
        """;

    public static Command Build()
    {
        var rulebook = CheckedOption.PerhapsPathTo("--rulebook", "a rulebook, a YAML file");
        rulebook.Description = "The rulebook whose table to use; the newest one unless given.";
        rulebook.HelpName = "FILE";
        var input = CheckedOption.PathTo("--input", "a trade table, plain or gzip CSV");
        input.Description = "The trade table.";
        input.HelpName = "FILE";
        var command = new Command("technology", About) { input, rulebook };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var path = parsed.GetValue(rulebook) ?? NearbyRulebook.Newest(Family);
                return Task.FromResult(Run(path, parsed.GetRequiredValue(input), cancellation));
            }
        );
        return command;
    }

    private static int Run(string rulebook, string input, CancellationToken cancellation)
    {
        if (LoadedRulebook.OrSay(rulebook) is not { } book)
        {
            return ExitCode.Unusable;
        }
        var measure = book
            .Criteria.Select(c => c.Measure)
            .OfType<TechnologyShares>()
            .FirstOrDefault();
        var table =
            measure?.Table
            ?? throw new UnusableRequestException(
                $"{rulebook}: found no criterion measured by technology-shares, expected one"
            );
        var trade = ProductTrade.Read(
            new InputFile(Path.GetFileName(input), input),
            table,
            cancellation
        );
        for (var edition = 0; edition < table.Editions.Count; edition++)
        {
            Print(table, edition, trade);
        }
        return ExitCode.Good;
    }

    private static void Print(GoodsTable table, int edition, ProductTrade trade)
    {
        Console.WriteLine(
            $"{(edition == 0 ? "" : "\n")}{table.Editions[edition].Text.En}: share of value in per cent\n"
        );
        Console.WriteLine(
            "| year | " + string.Join(" | ", table.Classes.Select(c => c.Id)) + " | million USD |"
        );
        Console.WriteLine("|---|" + string.Concat(table.Classes.Select(_ => "---:|")) + "---:|");
        foreach (var year in trade.Years)
        {
            var total = (decimal)trade.Cents(year);
            var shares = table.Classes.Select(
                (_, c) =>
                    (trade.Cents(year, edition, c) * 100 / total).ToString(
                        "0.0",
                        CultureInfo.InvariantCulture
                    )
            );
            var millions = (total / 100_000_000).ToString("#,##0", CultureInfo.InvariantCulture);
            Console.WriteLine($"| {year} | {string.Join(" | ", shares)} | {millions} |");
        }
    }
}
