using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Report;

namespace Karvan.Bench.Pages;

/// <summary>
/// This build and an earlier one under the same requests, in turns, so that what else the machine does meanwhile falls on
/// both alike. Compared is the middle of three runs.
/// </summary>
internal static class TwoBuilds
{
    private const int Turns = 3;

    /// <summary>How much slower the 95th percentile may be.</summary>
    private const double Mark = 1.1;

    public static async Task<string> Compare(PagesOptions options, string commit)
    {
        var before = Checkout.Built(commit);
        var page = new Markdown();
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Measured on {Machine.Describe()}, the generator on the same machine: {options.Rate} requests a second by chance arrivals for {options.Seconds} s, {options.Firms:#,0} demo firms; {commit} and this build in turns, {Turns} times each."
            )
        );
        await Add(page, options, "SQLite", before, PagesRun.FreshFile);
        await Add(page, options, "PostgreSQL", before, PagesRun.FreshDatabase);
        return page.ToString();
    }

    private static async Task Add(
        Markdown page,
        PagesOptions options,
        string name,
        string before,
        Func<string, string> database
    )
    {
        using var earlier = await Side.Start(before, database("before"), options);
        using var present = await Side.Start(Places.Root, database("now"), options);
        for (var turn = 0; turn < Turns; turn++)
        {
            // Each goes first as often as it can: what drifts drifts for both.
            Side[] order = turn % 2 == 0 ? [earlier, present] : [present, earlier];
            foreach (var side in order)
            {
                await side.Run(options);
            }
            await Console.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}, turn {turn + 1}: 95th percentile {PagesRun.Percentile(earlier.Runs[^1], 95):0.0} ms before, {PagesRun.Percentile(present.Runs[^1], 95):0.0} ms now"
                )
            );
        }
        var (old, now) = (earlier.Runs, present.Runs);
        page.Heading(name);
        string[] kinds =
        [
            .. now[0]
                .Select(f => f.Kind)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        page.Table(
            [
                "page",
                "median, now : before",
                "95th percentile, now : before",
                "failed before",
                "failed now",
            ],
            [.. kinds.Select(k => Row(k, Of(old, k), Of(now, k))), Row("all", old, now)]
        );
        var ratio = Middle(now, 95) / Middle(old, 95);
        page.Paragraph(
            Markdown.Mark(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"95th percentile ≤ {Mark} × that before"
                ),
                ratio <= Mark && now.All(run => run.All(f => !f.Failed))
            )
        );
        var (used, uses) = (earlier.Milliseconds, present.Milliseconds);
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Processor time of the application a request{(name is "SQLite" ? "" : ", the database apart")}: {used:0.00} ms before, {uses:0.00} ms now, {uses / used:0.00} of it; 95th percentile {Middle(old, 95):0.0} ms before, {Middle(now, 95):0.0} ms now."
            )
        );
    }

    private static List<Felt[]> Of(List<Felt[]> runs, string kind) =>
        [.. runs.Select(run => run.Where(f => f.Kind == kind).ToArray())];

    private static string[] Row(string name, List<Felt[]> old, List<Felt[]> now) =>
        [
            name,
            Markdown.Number(Middle(now, 50) / Middle(old, 50)),
            Markdown.Number(Middle(now, 95) / Middle(old, 95)),
            Markdown.Whole(old.Sum(run => run.Count(f => f.Failed))),
            Markdown.Whole(now.Sum(run => run.Count(f => f.Failed))),
        ];

    private static double Middle(List<Felt[]> runs, int share) =>
        runs.Select(run => PagesRun.Percentile(run, share)).Order().ElementAt(Turns / 2);

    /// <summary>One of the two, running, with what was felt of it; both run all the time, and one is asked at a time.</summary>
    private sealed class Side(RunningSite site, Mix mix) : IDisposable
    {
        private readonly List<double> milliseconds = [];

        public List<Felt[]> Runs { get; } = [];

        /// <summary>Processor time a request, the middle run.</summary>
        public double Milliseconds => milliseconds.Order().ElementAt(milliseconds.Count / 2);

        public static async Task<Side> Start(string root, string database, PagesOptions options)
        {
            var site = await RunningSite.Start(root, database, options.Firms);
            var side = new Side(site, await Mix.Begin(site.Address));
            // As long as it is measured: until then code is compiled as it is met.
            await side.Run(options);
            side.Runs.Clear();
            side.milliseconds.Clear();
            return side;
        }

        public async Task Run(PagesOptions options)
        {
            var before = site.ProcessorTime;
            Felt[] run =
            [
                .. await OpenLoop.Run(mix, options.Rate, TimeSpan.FromSeconds(options.Seconds)),
            ];
            milliseconds.Add((site.ProcessorTime - before).TotalMilliseconds / run.Length);
            Runs.Add(run);
        }

        public void Dispose()
        {
            mix.Dispose();
            site.Dispose();
        }
    }
}
