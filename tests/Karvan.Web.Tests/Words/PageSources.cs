using System.Reflection;

namespace Karvan.Web.Tests.Words;

/// <summary>The sources of the pages, as they stand in the repository.</summary>
internal static class PageSources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Each path, relative to the folder of the web application, with its text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Of(params string[] endings)
    {
        var folder = Path.Combine(Root, "src", "Karvan.Web");
        List<(string, string)> found =
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path))),
        ];
        // Whoever asks looks for what is wrong in them, and would find nothing in none.
        return found.Count > 0
            ? found
            : throw new InvalidOperationException(
                $"{folder} holds no file that ends with {string.Join(" or ", endings)}."
            );
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
