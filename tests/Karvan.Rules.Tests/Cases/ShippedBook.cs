using Karvan.Rules.Cases;
using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Tests.Cases;

/// <summary>The rulebook and the worked cases of the repository, read once.</summary>
internal static class ShippedBook
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "rulebooks", "exemplary-exporter");

    public static RulebookVariants Variants { get; } = new(Load);

    public static Rulebook Book =>
        Variants.AsItStands.Rulebook
        ?? throw new InvalidOperationException(string.Join('\n', Variants.AsItStands.Problems));

    public static IReadOnlyList<string> CaseFiles =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder, "cases", "1402"), "*.yaml")
                .Order(StringComparer.Ordinal),
        ];

    public static IReadOnlyList<CaseLoad> Files { get; } =
    [.. CaseFiles.Select(f => CaseFile.Read(File.ReadAllText(f), Path.GetFileName(f), Variants))];

    public static IReadOnlyList<WorkedCase> Cases => [.. Files.SelectMany(f => f.Cases)];

    private static RulebookLoad Load(IReadOnlyDictionary<string, string> choices) =>
        RulebookLoader.Load(
            File.ReadAllText(Path.Combine(Folder, "1402.yaml")),
            "1402.yaml",
            beside =>
            {
                var path = Path.Combine(Folder, beside);
                return File.Exists(path) ? File.ReadAllBytes(path) : null;
            },
            choices
        );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Karvan.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName
            ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
