namespace Karvan.Trade.Demo;

/// <summary>The ranges that the options state.</summary>
public static class DemoLimits
{
    public const int MostExporters = 5_000_000;

    /// <summary>Declaration numbers have nine digits at most: those of good lines count up, those of faulty ones down.</summary>
    public const long MostLines = 1_000_000_000;
    public const int MostFaults = 100_000_000;
    public const int MostYears = 8;

    /// <returns>What was found and expected of the first option that is out of its range, or null.</returns>
    public static string? FaultOf(DemoOptions options)
    {
        var (years, groups, evidence) = (options.Years, options.ProductGroups, options.Evidence);
        return options switch
        {
            { Exporters: < 1 or > MostExporters } =>
                $"exporters: found {options.Exporters}, expected 1 to {MostExporters}",
            { Lines: < 1 or > MostLines } =>
                $"lines: found {options.Lines}, expected 1 to {MostLines}",
            { Faults: < 0 or > MostFaults } =>
                $"faults: found {options.Faults}, expected 0 to {MostFaults}",
            { PersianDigitsEvery: < 0 } =>
                $"Persian digits: found every {options.PersianDigitsEvery} lines, expected 0 and above",
            _ when years is not { Count: >= 1 and <= MostYears } =>
                $"years: found {years?.Count ?? 0} of them, expected 1 to {MostYears}",
            _ when years.Zip(years.Skip(1)).Any(pair => pair.Second != pair.First + 1) =>
                $"years: found {string.Join(", ", years)}, expected them ascending and without a gap",
            _ when groups is null => "product groups: found none, expected a list, perhaps empty",
            _ when evidence is null => "evidence: found none, expected a list, perhaps empty",
            _ => evidence.Select(FaultOf).FirstOrDefault(found => found is not null),
        };
    }

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal static void Check(DemoOptions options)
    {
        if (FaultOf(options) is { } fault)
            throw new ArgumentException(fault, nameof(options));
    }

    private static string? FaultOf(DemoEvidenceCriterion criterion) =>
        criterion switch
        {
            { Kind: DemoEvidenceKind.Graded or DemoEvidenceKind.Judged, LargestQuantity: < 1 } =>
                $"evidence: {criterion.Id}: found no largest quantity, expected 1 and above",
            { Kind: DemoEvidenceKind.Graded, Levels: not { Count: > 0 } } =>
                $"evidence: {criterion.Id}: found no levels, expected some",
            _ => null,
        };
}
