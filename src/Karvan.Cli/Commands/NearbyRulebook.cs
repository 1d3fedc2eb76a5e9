using Karvan.Cli.Terminal;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Inputs;

namespace Karvan.Cli.Commands;

/// <summary>Finds the newest book of a family where the caller named none: in <c>rulebooks/</c> here or above, or above the program.</summary>
internal static class NearbyRulebook
{
    private const string Shelf = "rulebooks";

    /// <exception cref="UnusableRequestException">There is no such folder or book.</exception>
    public static string Newest(string family)
    {
        foreach (var shelf in Shelves(family))
        {
            if (Directory.EnumerateFiles(shelf, "*.yaml").Max(StringComparer.Ordinal) is { } newest)
            {
                return newest;
            }
        }
        throw new UnusableRequestException(
            $"found no {Shelf}/{family}/*.yaml here or above, expected a rulebook; name one with --rulebook FILE"
        );
    }

    /// <summary>The very book that something was computed with, earlier versions among them.</summary>
    /// <exception cref="UnusableRequestException">No file has this content.</exception>
    public static (string File, Rulebook Book) Pinned(string family, string hash)
    {
        foreach (var shelf in Shelves(family))
        {
            foreach (
                var file in Directory
                    .EnumerateFiles(shelf, "*.yaml", SearchOption.AllDirectories)
                    // Worked cases are no rulebooks.
                    .Where(f => !IsCase(Path.GetRelativePath(shelf, f)))
                    .Order(StringComparer.Ordinal)
            )
            {
                if (RulebookFile.Load(file).Rulebook is { } book && book.Hash == hash)
                {
                    return (file, book);
                }
            }
        }
        throw new UnusableRequestException(
            $"found no rulebook of the family {family} with the content {hash} here or above, expected it in {Shelf}/{family}"
        );
    }

    /// <summary>Folders of a family, here or above, and then above the program.</summary>
    private static IEnumerable<string> Shelves(string family)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var shelf = Path.Combine(folder.FullName, Shelf, family);
                if (Directory.Exists(shelf))
                {
                    yield return shelf;
                }
            }
        }
    }

    private static bool IsCase(string path) =>
        path.Split(Path.DirectorySeparatorChar).Contains("cases", StringComparer.Ordinal);
}
