using System.Diagnostics;
using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Pages;
using Karvan.Bench.Report;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Bench.Imports;

/// <summary>Imports on both databases, as a part of the page of figures.</summary>
internal static class ImportsRun
{
    /// <summary>The demo that brings accounts; its own lines are few.</summary>
    private const int DemoFirms = 120;
    private const int Opened = 21;
    private const double LongestWait = 1;
    private const double LongestPage = 0.05;
    private const long MostMemory = 1L << 30;
    private const double MiB = 1 << 20;

    public static async Task<string> Measure(ImportsOptions options)
    {
        var page = new Markdown();
        page.Paragraph($"Measured on {Machine.Describe()}.");
        foreach (var lines in options.Lines)
        {
            var input = new DemoInput(lines, ImportsOptions.Exporters(lines));
            input.Make();
            page.Heading(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lines:#,0} lines of {ImportsOptions.Exporters(lines):#,0} exporters in one file"
                )
            );
            foreach (var (name, database) in Fresh.Both(ImportsOptions.Command))
            {
                await Add(page, lines, name, database, input.Folder);
            }
        }
        return page.ToString();
    }

    private static async Task Add(
        Markdown page,
        long lines,
        string name,
        string database,
        string folder
    )
    {
        using (await RunningSite.Start(Places.Root, database, DemoFirms)) { }
        var before = await Size(database);
        var sent = Child.Subject(Subjects.Sending, [database, folder]);
        var stolen = StolenTime.Now();
        var read = Child.Subject(Subjects.Importing, [database, sent.Check]);
        var steal = StolenTime.Since(stolen);
        var after = await Size(database);
        var said = read.Check.Split(' ');
        if (said[0] != $"{lines}")
        {
            throw new BenchException($"{lines} lines were sent, {said[0]} are accepted.");
        }
        var (largest, median) = await Pages(database, said[1], said[3]);
        var seconds = read.Seconds[Importing.Reading][0] + read.Seconds[Importing.Committing][0];
        var saves = read.Seconds[Importing.Saves];
        var most = lines > 1_000_000 ? 240.0 * lines / 10_000_000 : 20;
        page.Table(
            [name, "measured", "mark"],
            [
                ["file sent, s", Markdown.Number(sent.Seconds[Sending.Uploading][0]), ""],
                [
                    "from there to in force, s",
                    Markdown.Number(seconds),
                    Markdown.Mark($"≤ {most:0.#} s", seconds <= most),
                ],
                [
                    "of which the commit, s",
                    Markdown.Number(read.Seconds[Importing.Committing][0]),
                    "",
                ],
                [
                    "read once more, and held against the one in force, s",
                    Markdown.Number(read.Seconds[Importing.Again][0]),
                    "",
                ],
                ["lines/s", Markdown.Whole((long)(lines / seconds)), ""],
                [
                    "most memory, MiB",
                    Markdown.Whole((long)(read.PeakBytes / MiB)),
                    Markdown.Mark("< 1 GiB", read.PeakBytes < MostMemory),
                ],
                [
                    $"longest of {saves.Length:#,0} saves meanwhile, s",
                    Markdown.Number(saves.Max()),
                    Markdown.Mark("≤ 1 s", saves.Max() <= LongestWait),
                ],
                ["their median, s", Markdown.Number(Middle(saves)), ""],
                [
                    "database before, and after both, MiB",
                    $"{before / MiB:#,0} and {after / MiB:#,0}",
                    "",
                ],
                [
                    "provinces added up by jobs, s",
                    Markdown.Number(read.Seconds[Importing.Sums][0]),
                    "",
                ],
                Page(
                    $"sums of the largest firm ({said[2]} lines), ms",
                    Middle(read.Seconds[Importing.Largest])
                ),
                Page(
                    $"sums of a middling firm ({said[4]} lines), ms",
                    Middle(read.Seconds[Importing.Median])
                ),
                Page("trade page of the largest firm over HTTP, ms", largest),
                Page("trade page of a middling firm over HTTP, ms", median),
            ]
        );
        if (steal.Length > 0)
        {
            page.Paragraph(steal.Trim());
        }
    }

    private static string[] Page(string what, double seconds) =>
        [what, Markdown.Number(seconds * 1000), Markdown.Mark("≤ 50 ms", seconds <= LongestPage)];

    /// <summary>The median of opening a page again and again, after the code is compiled.</summary>
    private static async Task<(double Largest, double Median)> Pages(
        string database,
        string largest,
        string median
    )
    {
        using var site = await RunningSite.Start(Places.Root, database, DemoFirms);
        using var visitor = await Visitor.SignIn(site.Address, "organization");
        var times = new List<double>();
        foreach (var firm in new[] { median, median, largest })
        {
            var opened = new List<double>();
            for (var n = 0; n < Opened; n++)
            {
                var clock = Stopwatch.StartNew();
                await visitor.Get($"/enterprises/{firm}/trade");
                opened.Add(clock.Elapsed.TotalSeconds);
            }
            times.Add(Middle(opened));
        }
        return (times[2], times[1]);
    }

    private static double Middle(IReadOnlyCollection<double> times) =>
        times.Order().ElementAt(times.Count / 2);

    private static async Task<long> Size(string database)
    {
        if (Databases.FileOf(database) is { } file)
        {
            return new FileInfo(file).Length;
        }
        await using var db = Databases.Open(database, WriteGate.Any());
        return (
            await db
                .Database.SqlQueryRaw<long>(
                    "SELECT pg_database_size(current_database()) AS \"Value\""
                )
                .ToListAsync()
        )[0];
    }
}
