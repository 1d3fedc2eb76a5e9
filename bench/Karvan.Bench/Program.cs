using Karvan.Bench;
using Karvan.Bench.Harness;
using Karvan.Bench.Pages;
using Karvan.Bench.Report;

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
        var measured = await PagesRun.Measure(pages);
        Console.Write(measured);
        if (pages.Write)
        {
            PerformancePage.ReplacePages(measured);
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
