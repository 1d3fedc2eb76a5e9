using System.Diagnostics;
using System.Text.RegularExpressions;
using Karvan.Bench.Harness;
using Karvan.Bench.Pages;

namespace Karvan.Bench.Starts;

/// <summary>What one start took, in seconds.</summary>
internal readonly record struct Felt(double Processor, double Clock);

/// <summary>One of the programs compared, installed as its own docs/operations.md says, with what its starts took.</summary>
internal sealed partial class StartedSide(string name, string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly List<Felt> ready = [];
    private readonly List<Felt> pages = [];
    private readonly List<double> scripts = [];
    private readonly string folder = Path.Combine(Places.Cache, "installed-" + name);
    private readonly string database = PagesRun.FreshFile("start-" + name);

    public string Name => name;

    public double Ready(Func<Felt, double> figure) => Middle(ready.Select(figure));

    public double FirstPage(Func<Felt, double> figure) => Middle(pages.Select(figure));

    public double Script() => Middle(scripts);

    /// <summary>Does what the page on operations tells administrators to do.</summary>
    public void Install()
    {
        var page = File.ReadAllText(Path.Combine(root, "docs", "operations.md"));
        var command = Publishing().Match(page);
        if (!command.Success)
        {
            throw new BenchException(
                $"{root}/docs/operations.md: found no 'dotnet publish src/Karvan.Web …', expected the line that installs it"
            );
        }
        Checkout.Run(
            root,
            "dotnet",
            [
                .. command
                    .Groups["arguments"]
                    .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                "-o",
                folder,
            ]
        );
    }

    /// <summary>The first start makes the database; ./run builds what it runs. Neither is counted.</summary>
    public async Task Fill(int firms)
    {
        using (await RunningSite.Start(Program, folder, database, firms)) { }
        await RunScript();
        scripts.Clear();
    }

    public async Task Start()
    {
        var clock = Stopwatch.StartNew();
        using var site = await RunningSite.Start(Program, folder, database, firms: 1);
        ready.Add(new(site.ProcessorTime.TotalSeconds, clock.Elapsed.TotalSeconds));
        using var http = new HttpClient { BaseAddress = site.Address };
        await http.GetStringAsync("/");
        pages.Add(new(site.ProcessorTime.TotalSeconds, clock.Elapsed.TotalSeconds));
    }

    /// <summary>./run until the first page is there.</summary>
    public async Task RunScript()
    {
        var address = RunningSite.FreeAddress();
        var start = new ProcessStartInfo(Path.Combine(root, "run"))
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Karvan__Database"] = database;
        var clock = Stopwatch.StartNew();
        using var process =
            Process.Start(start) ?? throw new BenchException("./run did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            while (!await Answers(http))
            {
                if (process.HasExited || clock.Elapsed > Patience)
                {
                    throw new BenchException($"./run of {name} shows no page.");
                }
                await Task.Delay(Poll);
            }
            scripts.Add(clock.Elapsed.TotalSeconds);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private string Program => Path.Combine(folder, "Karvan.Web.dll");

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static double Middle(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    [GeneratedRegex(
        "^dotnet (?<arguments>publish src/Karvan\\.Web .*?) -o ",
        RegexOptions.Multiline
    )]
    private static partial Regex Publishing();
}
