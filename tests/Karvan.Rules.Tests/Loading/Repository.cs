using System.Text;
using Karvan.Rules.Loading;

namespace Karvan.Rules.Tests.Loading;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static readonly string ShippedPath = PathOf("rulebooks/exemplary-exporter/1402.yaml");

    public static readonly string ShippedText = File.ReadAllText(ShippedPath);

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Loads a text as if it stood where the shipped book stands.</summary>
    public static RulebookLoad LoadShipped(
        string text,
        params (string Id, string Choice)[] choices
    ) => Load(text, ShippedPath, choices);

    public static RulebookLoad Load(
        string text,
        string path,
        params (string Id, string Choice)[] choices
    ) =>
        RulebookLoader.Load(
            text,
            Path.GetFileName(path),
            name => ReadBeside(Path.GetDirectoryName(path)!, name),
            choices.ToDictionary(c => c.Id, c => c.Choice, StringComparer.Ordinal)
        );

    private static byte[]? ReadBeside(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Karvan.slnx")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }
}
