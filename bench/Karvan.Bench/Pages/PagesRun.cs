using System.Diagnostics;
using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Report;

namespace Karvan.Bench.Pages;

/// <summary>Pages under load on both databases, as a part of the page of figures.</summary>
internal static class PagesRun
{
    /// <summary>Set by <c>bench/run</c>: a PostgreSQL of its own.</summary>
    private const string Postgres = "KARVAN_TEST_POSTGRES";

    private const double Mark = 50;

    public static async Task<string> Measure(PagesOptions options)
    {
        var page = new Markdown();
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Measured on {Machine.Describe()}, the generator on the same machine: {options.Rate} requests a second by chance arrivals for {options.Seconds} s, {options.Firms:#,0} demo firms."
            )
        );
        await Add(page, options, "SQLite", FreshFile());
        await Add(page, options, "PostgreSQL", FreshDatabase());
        return page.ToString();
    }

    /// <summary>A file where no database is.</summary>
    internal static string FreshFile(string name = "pages")
    {
        var file = Path.Combine(Places.Cache, $"{name}.db");
        Directory.CreateDirectory(Places.Cache);
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + ending);
        }
        return file;
    }

    /// <summary>A database that is made when it is first opened.</summary>
    internal static string FreshDatabase(string name = "pages") =>
        Environment.GetEnvironmentVariable(Postgres) is { } server
            ? $"{server};Database=karvan_bench_{name}_{Guid.NewGuid():N}"
            : throw new BenchException($"{Postgres} is not set; run bench/run pages.");

    private static async Task Add(Markdown page, PagesOptions options, string name, string database)
    {
        using var site = await RunningSite.Start(Places.Root, database, options.Firms);
        using var mix = await Mix.Begin(site.Address);
        var time = TimeSpan.FromSeconds(options.Seconds);
        // As long as it is measured: until then code is compiled as it is met.
        await OpenLoop.Run(mix, options.Rate, time);
        using var self = Process.GetCurrentProcess();
        var (web, own, data) = (site.ProcessorTime, self.TotalProcessorTime, PostgresTime.Now());
        var stolen = StolenTime.Now();
        var clock = Stopwatch.StartNew();
        var felt = await OpenLoop.Run(mix, options.Rate, time);
        var passed = clock.Elapsed;
        self.Refresh();

        page.Heading(name);
        var kinds = felt.GroupBy(f => f.Kind, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        page.Table(
            ["page", "requests", "median ms", "95th percentile", "99th", "longest", "failed"],
            [.. kinds.Select(g => Row(g.Key, [.. g])), Row("all", felt)]
        );
        var met = Percentile(felt, 95) <= Mark && felt.All(f => !f.Failed);
        page.Paragraph(
            Markdown.Mark(
                string.Create(CultureInfo.InvariantCulture, $"95th percentile ≤ {Mark} ms"),
                met
            )
                + $". Processor time in cores: application {Cores(site.ProcessorTime - web, passed)}, "
                + $"generator {Cores(self.TotalProcessorTime - own, passed)}"
                + (
                    name is "SQLite"
                        ? "; the database is part of the application."
                        : $", database {Cores(PostgresTime.Now() - data, passed)}."
                )
                + StolenTime.Since(stolen)
        );
    }

    private static string[] Row(string name, IReadOnlyCollection<Felt> felt) =>
        [
            name,
            Markdown.Whole(felt.Count),
            Markdown.Number(Percentile(felt, 50)),
            Markdown.Number(Percentile(felt, 95)),
            Markdown.Number(Percentile(felt, 99)),
            Markdown.Number(felt.Max(f => f.Milliseconds)),
            Markdown.Whole(felt.Count(f => f.Failed)),
        ];

    /// <summary>The smallest time within which that share of requests was answered.</summary>
    internal static double Percentile(IReadOnlyCollection<Felt> felt, int share)
    {
        var times = felt.Select(f => f.Milliseconds).Order().ToArray();
        return times[Math.Max(0, (times.Length * share + 99) / 100 - 1)];
    }

    private static string Cores(TimeSpan used, TimeSpan passed) => Markdown.Number(used / passed);
}
