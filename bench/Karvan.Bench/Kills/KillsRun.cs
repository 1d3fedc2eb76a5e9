using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Bench.Report;
using Karvan.Testing.Kills;

namespace Karvan.Bench.Kills;

/// <summary>Many kills on both databases, as a part of the page of figures.</summary>
internal static class KillsRun
{
    public static async Task<string> Measure(KillsOptions options)
    {
        var page = new Markdown();
        page.Paragraph(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Measured on {Machine.Describe()}; seed {options.Seed}."
            )
        );
        var reports = new List<(string Name, KillReport Report)>();
        foreach (var (name, database) in Fresh.Both("kills"))
        {
            await KillRun.Fill(database);
            var plan = new KillPlan(
                database,
                options.Seed,
                options.Kills,
                Together: options.Kills * 2 / 5
            );
            var report = await KillRun.Of(plan);
            if (report.Faults.Count > 0)
            {
                throw new BenchException($"{name}:\n{string.Join('\n', report.Faults)}");
            }
            reports.Add((name, report));
        }
        page.Table(
            ["of what was acknowledged, nothing was lost", .. reports.Select(r => r.Name)],
            Rows(reports.Select(r => r.Report).ToList())
        );
        return page.ToString();
    }

    private static IEnumerable<string[]> Rows(List<KillReport> reports)
    {
        string[] Row(string name, Func<KillReport, string> figure) =>
            [name, .. reports.Select(figure)];
        yield return Row("kills", r => Markdown.Whole(r.Kills));
        foreach (var moment in Enum.GetValues<Moment>())
        {
            yield return Row(
                $"shortly after the beginning of a {Words(moment)}",
                r => Markdown.Whole(r.Moments.GetValueOrDefault(moment))
            );
        }
        yield return Row("requests without an answer", r => Markdown.Whole(r.Unanswered));
        yield return Row("saves acknowledged", r => Markdown.Whole(r.Saves));
        yield return Row("files sent", r => Markdown.Whole(r.Uploads));
        yield return Row("bytes acknowledged", r => Markdown.Whole(r.Bytes));
        yield return Row("imports in force", r => Markdown.Whole(r.Commits));
        yield return Row("lines in them", r => Markdown.Whole(r.Lines));
        yield return Row("jobs taken over from a dead process", r => Markdown.Whole(r.TakenOver));
        yield return Row(
            "jobs given up after five deaths, and asked for again",
            r => Markdown.Whole(r.GivenUp)
        );
        yield return Row(
            "longest from start to first answer, s",
            r => Markdown.Number(r.LongestRecovery.TotalSeconds)
        );
        yield return Row("minutes in all", r => Markdown.Number(r.Passed.TotalMinutes));
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
