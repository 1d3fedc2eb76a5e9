namespace Karvan.Oracle;

/// <summary>The rubric's tables: from a threshold upwards so many points; nothing below the first.</summary>
public static class Tables
{
    private const decimal Thousand = 1_000m;
    private const decimal Million = 1_000_000m;

    /// <summary>R3.2, USD/kg.</summary>
    public static readonly IReadOnlyList<(int Threshold, int Points)> ValueToWeight =
    [
        (1, 1),
        (5, 2),
        (10, 3),
        (15, 4),
        (20, 5),
        (40, 7),
        (80, 12),
        (120, 15),
        (160, 18),
        (200, 24),
        (500, 33),
        (800, 42),
        (1200, 51),
        (1600, 60),
    ];

    /// <summary>R4.2, USD.</summary>
    public static readonly IReadOnlyList<(decimal From, int Points)> LastYearValue =
    [
        (100 * Thousand, 5),
        (300 * Thousand, 15),
        (600 * Thousand, 20),
        (900 * Thousand, 25),
        (1.5m * Million, 50),
        (5 * Million, 65),
        (10 * Million, 80),
        (35 * Million, 95),
        (70 * Million, 110),
        (100 * Million, 125),
        (250 * Million, 140),
        (400 * Million, 155),
        (700 * Million, 170),
        (900 * Million, 185),
        (1200 * Million, 200),
    ];

    /// <summary>R4.3, USD.</summary>
    public static readonly IReadOnlyList<(decimal From, int Points)> WeightedMean =
    [
        (100 * Thousand, 10),
        (500 * Thousand, 15),
        (1 * Million, 25),
        (2 * Million, 35),
        (4 * Million, 45),
        (6 * Million, 55),
        (10 * Million, 65),
        (15 * Million, 85),
        (30 * Million, 105),
        (100 * Million, 130),
        (500 * Million, 150),
    ];
}
