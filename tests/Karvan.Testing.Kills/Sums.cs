namespace Karvan.Testing.Kills;

/// <summary>Adds up files by what was written into them.</summary>
internal static class Sums
{
    public static Dictionary<Cell, Sum> Of(IEnumerable<SentFile> files, string exporter)
    {
        var sums = new Dictionary<Cell, Sum>();
        foreach (var file in files)
        {
            foreach (var (cell, sum) in file.ByExporter.GetValueOrDefault(exporter) ?? [])
            {
                sums[cell] = sums.GetValueOrDefault(cell) + sum;
            }
        }
        return sums;
    }

    public static Dictionary<(string, bool, int), Sum> Years(SentFile file) =>
        file
            .ByExporter.SelectMany(e =>
                e.Value.Select(c => (e.Key, c.Key.Import, c.Key.Year, c.Value))
            )
            .GroupBy(c => (c.Key, c.Import, c.Year), c => c.Value)
            .ToDictionary(g => g.Key, g => g.Aggregate((a, b) => a + b));

    /// <returns>The first difference in words; null where there is none.</returns>
    public static string? Difference<T>(Dictionary<T, Sum> expected, Dictionary<T, Sum> found)
        where T : notnull
    {
        foreach (var key in expected.Keys.Union(found.Keys))
        {
            var (want, have) = (expected.GetValueOrDefault(key), found.GetValueOrDefault(key));
            if (want != have)
            {
                return $"at {key} expected {want}, found {have}";
            }
        }
        return null;
    }
}
