using System.Reflection;

namespace Karvan.Architecture.Tests;

/// <summary>The C# files of the repository.</summary>
internal static class SourceFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Under(params string[] folders) =>
        [
            .. folders
                .SelectMany(f =>
                    Directory.EnumerateFiles(
                        Path.Combine(Root, f),
                        "*.cs",
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

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

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
