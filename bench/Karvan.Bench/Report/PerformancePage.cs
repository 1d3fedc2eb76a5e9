using Karvan.Bench.Harness;

namespace Karvan.Bench.Report;

/// <summary>The page in docs/ whose figures the bench writes; the words around them are people's.</summary>
internal static class PerformancePage
{
    private const string Figures = "figures: written by bench/run --write";
    private const string Pages = "pages: written by bench/run pages --write";

    private const string Imports = "imports: written by bench/run imports --write";
    private const string Kills = "kills: written by bench/run kills --write";

    public static void Replace(string figures) => Replace(Figures, "end of figures", figures);

    public static void ReplacePages(string figures) => Replace(Pages, "end of pages", figures);

    public static void ReplaceImports(string figures) =>
        Replace(Imports, "end of imports", figures);

    public static void ReplaceKills(string figures) => Replace(Kills, "end of kills", figures);

    private static void Replace(string first, string last, string figures)
    {
        var (begin, end) = ($"<!-- {first} -->", $"<!-- {last} -->");
        var path = Path.Combine(Places.Root, BenchOptions.PerformanceFile);
        var page = File.ReadAllText(path);
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new BenchException(
                $"{BenchOptions.PerformanceFile} needs the lines '{begin}' and '{end}'."
            );
        }
        File.WriteAllText(path, page[..(from + begin.Length)] + "\n\n" + figures + page[to..]);
    }
}
