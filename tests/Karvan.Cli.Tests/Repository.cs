using System.Collections.Concurrent;
using System.Reflection;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Inputs;

namespace Karvan.Cli.Tests;

/// <summary>Files of the repository the tests look at.</summary>
internal static class Repository
{
    private static readonly ConcurrentDictionary<string, Rulebook> Books = new(
        StringComparer.Ordinal
    );

    public static string Root { get; } = FindRoot();

    public static string Rulebook { get; } =
        Path.Combine(Root, "rulebooks", "exemplary-exporter", "1402.yaml");

    public static string TechnologyTable { get; } =
        Path.Combine(Root, "rulebooks", "exemplary-exporter", "tables", "technology.csv");

    /// <summary>The book as it is shipped, loaded once.</summary>
    public static Rulebook Book1402 { get; } = Book();

    /// <summary>The book with readings swapped, loaded once for each choice: a load tries all its readings.</summary>
    public static Rulebook Book(params (string Reading, string Choice)[] choices) =>
        Books.GetOrAdd(string.Join(' ', choices.Order()), _ => Load(choices));

    private static Rulebook Load((string Reading, string Choice)[] choices)
    {
        var load = RulebookFile.Load(
            Rulebook,
            choices.ToDictionary(c => c.Reading, c => c.Choice, StringComparer.Ordinal)
        );
        return load.Rulebook
            ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }

    private static string FindRoot()
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

/// <summary>A folder that goes away with the test.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Directory.CreateDirectory(Folder);

    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), "karvan-test-" + Path.GetRandomFileName());

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
