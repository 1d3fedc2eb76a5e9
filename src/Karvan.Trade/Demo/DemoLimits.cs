namespace Karvan.Trade.Demo;

/// <summary>The ranges that the options state.</summary>
internal static class DemoLimits
{
    public const int MostExporters = 5_000_000;
    public const int MostYears = 8;

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public static void Check(DemoOptions options)
    {
        var (years, groups, evidence) = (options.Years, options.ProductGroups, options.Evidence);
        var fault = options switch
        {
            { Exporters: < 1 or > MostExporters } => $"Exporters: 1 to {MostExporters}.",
            { Lines: < 1 } => "Lines: 1 and above.",
            { Faults: < 0 } => "Faults: 0 and above.",
            { PersianDigitsEvery: < 0 } => "PersianDigitsEvery: 0 and above.",
            _ when years is not { Count: >= 1 and <= MostYears } =>
                $"Years: 1 to {MostYears} of them.",
            _ when years.Zip(years.Skip(1)).Any(pair => pair.Second != pair.First + 1) =>
                "Years: ascending and without a gap.",
            _ when groups is null => "ProductGroups: a list, perhaps empty.",
            _ when evidence is null => "Evidence: a list, perhaps empty.",
            _ => evidence.Select(FaultOf).FirstOrDefault(found => found is not null),
        };
        if (fault is not null)
            throw new ArgumentException(fault, nameof(options));
    }

    private static string? FaultOf(DemoEvidenceCriterion criterion) =>
        criterion switch
        {
            { Kind: DemoEvidenceKind.Graded or DemoEvidenceKind.Judged, LargestQuantity: < 1 } =>
                $"Evidence: {criterion.Id} needs its largest quantity.",
            { Kind: DemoEvidenceKind.Graded, Levels: not { Count: > 0 } } =>
                $"Evidence: {criterion.Id} needs its levels.",
            _ => null,
        };
}
