using System.Reflection;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Demo;
using Karvan.Trade.Inputs;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A folder of demo input, gone with the test.</summary>
internal sealed class DemoInput : IDisposable
{
    public DemoInput(int exporters = 60, int lines = 3_000, int faults = 400)
    {
        DemoFolder.Write(
            new DemoOptions(
                exporters,
                lines,
                11,
                Book.Years.All,
                [.. Book.ProductGroups.Select(g => new DemoProductGroup(g.Id, g.Chapters))],
                [],
                faults
            ),
            Folder
        );
    }

    public static Rulebook Book { get; } =
        RulebookFile.Load(Path.Combine(Root(), "rulebooks/exemplary-exporter/1402.yaml")).Rulebook!;

    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), "karvan-test-" + Path.GetRandomFileName());

    public IEnumerable<string> Declarations =>
        Directory.GetFiles(Folder, "declarations*").Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Root()
    {
        var folder = new DirectoryInfo(
            Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!
        );
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Karvan.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName
            ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
