using Karvan.Cli.Terminal;

namespace Karvan.Cli.Commands;

/// <summary>Finds the newest book of a family where the caller named none: in <c>rulebooks/</c> here or above, or above the program.</summary>
internal static class NearbyRulebook
{
    private const string Shelf = "rulebooks";

    /// <exception cref="UnusableRequestException">There is no such folder or book.</exception>
    public static string Newest(string family)
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var shelf = Path.Combine(folder.FullName, Shelf, family);
                if (
                    Directory.Exists(shelf)
                    && Directory.EnumerateFiles(shelf, "*.yaml").Max(StringComparer.Ordinal)
                        is { } newest
                )
                {
                    return newest;
                }
            }
        }
        throw new UnusableRequestException(
            $"found no {Shelf}/{family}/*.yaml here or above, expected a rulebook; name one with --rulebook FILE"
        );
    }
}
