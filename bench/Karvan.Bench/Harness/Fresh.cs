namespace Karvan.Bench.Harness;

/// <summary>Databases of the bench's own, empty: a file in the cache, and one on the PostgreSQL that <c>bench/run</c> started.</summary>
internal static class Fresh
{
    private const string Postgres = "KARVAN_TEST_POSTGRES";

    /// <summary>Each asked for is another one: a program may measure several.</summary>
    private static int number;

    public static IEnumerable<(string Name, string Database)> Both(string use)
    {
        yield return ("SQLite", FileOf(use));
        var server =
            Environment.GetEnvironmentVariable(Postgres)
            ?? throw new BenchException($"{Postgres} is not set; run bench/run {use}.");
        yield return (
            "PostgreSQL",
            $"{server};Database=karvan_{use}_{Environment.ProcessId}_{++number}"
        );
    }

    private static string FileOf(string use)
    {
        Directory.CreateDirectory(Places.Cache);
        var file = Path.Combine(Places.Cache, use + ".db");
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + ending);
        }
        return file;
    }
}
