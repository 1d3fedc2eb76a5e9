using Karvan.Trade.Demo;

namespace Karvan.Trade.Tests.Demo;

/// <summary>Options such as a rulebook would give, and a folder that goes when the test ends.</summary>
internal sealed class DemoSamples : IDisposable
{
    public static readonly int[] Years = [1397, 1398, 1399, 1400, 1401];

    public static readonly DemoProductGroup[] Groups =
    [
        new("food", [.. Enumerable.Range(1, 24).Select(chapter => $"{chapter:00}")]),
        new("carpets", ["57"]),
        new("medicines", ["30"]),
    ];

    public static readonly DemoEvidenceCriterion[] Evidence =
    [
        new("R3.3", DemoEvidenceKind.Graded, 100, ["high", "medium", "low"]),
        new("R3.4", DemoEvidenceKind.Judged, 10),
        new("R5.1", DemoEvidenceKind.AnyItem),
        new("R6.3", DemoEvidenceKind.Countries),
        new("R6.9", DemoEvidenceKind.Items, Items: ["joint-production", "licensing"]),
        new("R6.10", DemoEvidenceKind.ItemsByCountry),
        new("R6.12", DemoEvidenceKind.Items),
        new("X1", DemoEvidenceKind.AnyItem),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("karvan-demo");

    public string Path => folder.FullName;

    public static DemoOptions Options(
        int exporters = 2000,
        long lines = 40_000,
        ulong seed = 7,
        int faults = 0
    ) => new(exporters, lines, seed, Years, Groups, Evidence, faults);

    public DemoReport Write(DemoOptions options) => DemoFolder.Write(options, Path);

    /// <summary>Rows without the header; only for files whose cells need no quotes.</summary>
    public IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(System.IO.Path.Combine(Path, file)).Skip(1).Select(line => line.Split(','));

    public IEnumerable<string> LinesOf(int year) =>
        File.ReadLines(System.IO.Path.Combine(Path, $"declarations-{year}.csv")).Skip(1);

    public string[][] AllLines() => [.. Years.SelectMany(LinesOf).Select(line => line.Split(','))];

    public byte[] AllBytes() =>
        [
            .. Directory
                .EnumerateFiles(Path)
                .Order(StringComparer.Ordinal)
                .SelectMany(File.ReadAllBytes),
        ];

    public void Dispose() => folder.Delete(recursive: true);
}
