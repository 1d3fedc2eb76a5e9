using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;

namespace Karvan.Bench.Harness;

/// <summary>Files of the repository the bench uses.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    public static string Cache { get; } = Path.Combine(Root, "artifacts", "bench");

    public static string CommandLine { get; } =
        Path.Combine(Root, "artifacts", "karvan", "karvan.dll");

    public static string Rulebook { get; } =
        Path.Combine(Root, "rulebooks", "exemplary-exporter", "1402.yaml");

    public static Rulebook Book(params (string Reading, string Choice)[] choices) =>
        Load(File.ReadAllText(Rulebook), choices);

    /// <summary>The book with one passage of its text written differently.</summary>
    public static Rulebook Book(string passage, string instead)
    {
        var text = File.ReadAllText(Rulebook);
        return text.Split(passage).Length == 2
            ? Load(text.Replace(passage, instead, StringComparison.Ordinal))
            : throw new BenchException($"'{passage}' does not stand once in the rulebook.");
    }

    private static Rulebook Load(string text, params (string Reading, string Choice)[] choices)
    {
        var load = RulebookLoader.Load(
            text,
            Rulebook,
            name => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Rulebook)!, name)),
            choices.ToDictionary(c => c.Reading, c => c.Choice, StringComparer.Ordinal)
        );
        return load.Rulebook ?? throw new BenchException(string.Join('\n', load.Problems));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Karvan.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName
            ?? throw new BenchException("The bench runs outside the repository.");
    }
}
