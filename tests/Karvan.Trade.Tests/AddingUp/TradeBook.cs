using System.Reflection;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Trade.Tests.AddingUp;

/// <summary>The shipped rulebook, and a folder that goes away with the test.</summary>
internal sealed class TradeBook : IDisposable
{
    public static Rulebook Book { get; } = Load();

    public string Folder { get; } = Directory.CreateTempSubdirectory("karvan-trade").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Rulebook Load()
    {
        var root = new DirectoryInfo(
            Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!
        );
        while (!File.Exists(Path.Combine(root.FullName, "Karvan.slnx")))
        {
            root = root.Parent!;
        }
        var folder = Path.Combine(root.FullName, "rulebooks", "exemplary-exporter");
        var load = RulebookLoader.Load(
            File.ReadAllText(Path.Combine(folder, "1402.yaml")),
            "1402.yaml",
            name => File.ReadAllBytes(Path.Combine(folder, name))
        );
        return load.Rulebook!;
    }
}
