using Karvan.Bench.Harness;

namespace Karvan.Bench.Report;

/// <summary>The page in docs/ whose figures the bench writes; the words around them are people's.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- figures: written by bench/run --write -->";
    private const string End = "<!-- end of figures -->";

    public static void Replace(string figures)
    {
        var path = Path.Combine(Places.Root, BenchOptions.PerformanceFile);
        var page = File.ReadAllText(path);
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new BenchException(
                $"{BenchOptions.PerformanceFile} needs the lines '{Begin}' and '{End}'."
            );
        }
        File.WriteAllText(path, page[..(begin + Begin.Length)] + "\n\n" + figures + page[end..]);
    }
}
