using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Report;
using Karvan.Testing.Kills;

namespace Karvan.Bench.Kills;

/// <summary>Many kills on both databases, as a part of the page of figures.</summary>
internal static class KillsRun
{
    /// <returns>
    /// The page after each schedule, of all that are done: an hour passes between two, and a run that is ended keeps what
    /// it has seen.
    /// </returns>
    public static async IAsyncEnumerable<string> Measure(KillsOptions options)
    {
        var reports = new List<(string Name, KillReport Report)>();
        foreach (var seed in Enumerable.Range(options.Seed, options.Seeds))
        {
            foreach (var (name, database) in Fresh.Both("kills"))
            {
                await KillRun.Fill(database);
                var plan = new KillPlan(
                    database,
                    seed,
                    options.Kills,
                    Together: options.Kills * 2 / 5
                );
                var report = await KillRun.Of(plan);
                await Console.Error.WriteLineAsync($"{name}, {report}");
                if (report.Faults.Count > 0)
                {
                    throw new BenchException($"{name}:\n{string.Join('\n', report.Faults)}");
                }
                reports.Add((name, report));
            }
            yield return Page(options with { Seeds = seed - options.Seed + 1 }, reports);
        }
    }

    private static string Page(
        KillsOptions done,
        IEnumerable<(string Name, KillReport Report)> reports
    )
    {
        var page = new Markdown();
        var last = done.Seed + done.Seeds - 1;
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Measured on {Machine.Describe()}; {(done.Seeds == 1 ? $"seed {last}" : $"seeds {done.Seed} to {last}, {done.Kills} kills with each")}."
            )
        );
        var by = reports.ToLookup(r => r.Name, r => r.Report, StringComparer.Ordinal);
        page.Table(
            ["of what was acknowledged, nothing was lost", .. by.Select(b => b.Key)],
            Rows([.. by.Select(b => b.ToList())])
        );
        return page.ToString();
    }

    /// <param name="runs">Of each database: one a seed, added up.</param>
    private static IEnumerable<string[]> Rows(IReadOnlyList<IReadOnlyList<KillReport>> runs)
    {
        string[] Row(string name, Func<KillReport, long> figure) =>
            [name, .. runs.Select(r => Markdown.Whole(r.Sum(figure)))];
        yield return Row("kills", r => r.Kills);
        foreach (var moment in Enum.GetValues<Moment>())
        {
            yield return Row(
                $"shortly after the beginning of a {Words(moment)}",
                r => r.Moments.GetValueOrDefault(moment)
            );
        }
        yield return Row("requests without an answer", r => r.Unanswered);
        yield return Row("saves acknowledged", r => r.Saves);
        yield return Row("files sent", r => r.Uploads);
        yield return Row("bytes acknowledged", r => r.Bytes);
        yield return Row("imports in force", r => r.Commits);
        yield return Row("lines in them", r => r.Lines);
        yield return Row("jobs taken over from a dead process", r => r.TakenOver);
        yield return Row("jobs given up after five deaths, and asked for again", r => r.GivenUp);
        yield return
        [
            "longest from start to first answer, s",
            .. runs.Select(r => Markdown.Number(r.Max(k => k.LongestRecovery.TotalSeconds))),
        ];
        yield return
        [
            "minutes in all",
            .. runs.Select(r => Markdown.Number(r.Sum(k => k.Passed.TotalMinutes))),
        ];
    }

    private static string Words(Moment moment) =>
        moment switch
        {
            Moment.Save => "save",
            Moment.Part => "part of a file",
            Moment.Reading => "reading",
            Moment.Commit => "commit",
            _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, null),
        };
}
