using Karvan.Evaluation.Campaigns;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Inputs;

namespace Karvan.Modules.Tests.Evaluation;

/// <summary>The rulebook of the repository, as the catalog of the application has it.</summary>
internal sealed class ShippedBook : IRulebooks
{
    public static readonly ShippedBook Only = new();

    public IReadOnlyList<Rulebook> All { get; } = [Load()];

    private static Rulebook Load()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Karvan.slnx")))
        {
            folder = folder.Parent!;
        }
        var load = RulebookFile.Load(
            Path.Combine(folder.FullName, "rulebooks", "exemplary-exporter", "1402.yaml")
        );
        return load.Rulebook
            ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }
}
