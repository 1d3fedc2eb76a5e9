namespace Karvan.Oracle;

/// <summary>The solar years of the campaign 1402: last year 1401, window 1399–1401, five years 1397–1401.</summary>
public static class Years
{
    public const int First = 1397;
    public const int Last = 1401;

    public static readonly IReadOnlyList<int> Window = [1399, 1400, 1401];
    public static readonly IReadOnlyList<int> Five = [1397, 1398, 1399, 1400, 1401];
}
