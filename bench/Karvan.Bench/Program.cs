using Karvan.Bench;
using Karvan.Bench.Harness;
using Karvan.Bench.Imports;
using Karvan.Bench.Kills;
using Karvan.Bench.Pages;
using Karvan.Bench.Report;
using Karvan.Bench.Starts;

try
{
    if (args is ["subject", var name, .. var rest])
    {
        Subjects.Run(name, rest).Print();
        return 0;
    }
    if (args is [PagesOptions.Command, .. var asked])
    {
        if (PagesOptions.Parse(asked) is not { } pages)
        {
            Console.Write(PagesOptions.Help);
            return asked is ["--help" or "-h"] ? 0 : 2;
        }
        if (pages.Against is { } commit)
        {
            Console.Write(await TwoBuilds.Compare(pages, commit));
            return 0;
        }
        var measured = await PagesRun.Measure(pages);
        Console.Write(measured);
        if (pages.Write)
        {
            PerformancePage.ReplacePages(measured);
        }
        return 0;
    }
    if (args is [StartOptions.Command, .. var begun])
    {
        if (StartOptions.Parse(begun) is not { } starts)
        {
            Console.Write(StartOptions.Help);
            return begun is ["--help" or "-h"] ? 0 : 2;
        }
        Console.Write(await StartRun.Measure(starts));
        return 0;
    }
    if (args is [KillsOptions.Command, .. var deadly])
    {
        if (KillsOptions.Parse(deadly) is not { } kills)
        {
            Console.Write(KillsOptions.Help);
            return deadly is ["--help" or "-h"] ? 0 : 2;
        }
        await foreach (var survived in KillsRun.Measure(kills))
        {
            Console.Write(survived);
            if (kills.Write)
            {
                PerformancePage.ReplaceKills(survived);
            }
        }
        return 0;
    }
    if (args is [ImportsOptions.Command, .. var large])
    {
        if (ImportsOptions.Parse(large) is not { } imports)
        {
            Console.Write(ImportsOptions.Help);
            return large is ["--help" or "-h"] ? 0 : 2;
        }
        var imported = await ImportsRun.Measure(imports);
        Console.Write(imported);
        if (imports.Write)
        {
            PerformancePage.ReplaceImports(imported);
        }
        return 0;
    }
    if (BenchOptions.Parse(args) is not { } options)
    {
        Console.Write(BenchOptions.Help);
        return args is ["--help" or "-h"] ? 0 : 2;
    }
    var page = BenchRun.Measure(options);
    Console.Write(page);
    if (options.Write)
    {
        PerformancePage.Replace(page);
    }
    return 0;
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
