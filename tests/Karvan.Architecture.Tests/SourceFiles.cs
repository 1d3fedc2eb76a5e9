using System.Reflection;

namespace Karvan.Architecture.Tests;

/// <summary>The C# files of the repository, and its pages.</summary>
internal static class SourceFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Under(params string[] folders) => Found("*.cs", folders);

    /// <summary>Pages and what is drawn inside them.</summary>
    public static IReadOnlyList<string> Pages() => Found("*.cshtml", ["src/Karvan.Web"]);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IReadOnlyList<string> Found(string names, string[] folders) =>
        [
            .. folders
                .SelectMany(f =>
                    Directory.EnumerateFiles(
                        Path.Combine(Root, f),
                        names,
                        SearchOption.AllDirectories
                    )
                )
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path =>
                    !path.Contains("/obj/", StringComparison.Ordinal)
                    && !path.Contains("/bin/", StringComparison.Ordinal)
                    // Written by `dotnet ef`.
                    && !path.Contains("/Karvan.Migrations/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

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
