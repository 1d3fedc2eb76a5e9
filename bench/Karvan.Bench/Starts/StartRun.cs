using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Pages;
using Karvan.Bench.Report;

namespace Karvan.Bench.Starts;

/// <summary>How long the program takes until it is ready, beside an earlier one if asked.</summary>
internal static class StartRun
{
    public static async Task<string> Measure(StartOptions options)
    {
        List<StartedSide> sides = [];
        if (options.Against is { } commit)
        {
            sides.Add(new(commit, Checkout.Built(commit)));
        }
        sides.Add(new("now", Places.Root));
        foreach (var side in sides)
        {
            side.Install();
            await side.Fill(options.Firms);
        }
        for (var turn = 0; turn < options.Starts; turn++)
        {
            // What drifts drifts for both.
            foreach (var side in turn % 2 == 0 ? sides : Enumerable.Reverse(sides))
            {
                await side.Start();
                await side.RunScript();
            }
        }
        return Page(options, sides);
    }

    private static string Page(StartOptions options, List<StartedSide> sides)
    {
        var page = new Markdown();
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Measured on {Machine.Describe()}: the middle of {options.Starts} starts{(sides.Count > 1 ? " in turns" : "")}, SQLite with {options.Firms:#,0} demo firms."
            )
        );
        string[] Row(string name, Func<StartedSide, double> seconds) =>
            [
                name,
                .. sides.Select(s => Markdown.Number(seconds(s))),
                .. sides.Count > 1
                    ? [Markdown.Number(seconds(sides[^1]) / seconds(sides[0]))]
                    : Array.Empty<string>(),
            ];
        page.Table(
            [
                "seconds",
                .. sides.Select(s => s.Name),
                .. sides.Count > 1 ? ["ratio"] : Array.Empty<string>(),
            ],
            [
                Row("installed: processor, start to ready", s => s.Ready(f => f.Processor)),
                Row("installed: clock, start to ready", s => s.Ready(f => f.Clock)),
                Row(
                    "installed: processor, start to first page",
                    s => s.FirstPage(f => f.Processor)
                ),
                Row("./run on a built tree: clock, to the first page", s => s.Script()),
            ]
        );
        return page.ToString();
    }
}
