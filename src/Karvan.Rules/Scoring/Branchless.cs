namespace Karvan.Rules.Scoring;

/// <summary>Choices without a jump, for conditions that no processor can foresee: a wrong guess costs more than both ways.</summary>
internal static class Branchless
{
    /// <summary>All bits where a &lt; b, else none.</summary>
    /// <param name="a">a − b must fit 64 bits.</param>
    public static int Less(long a, long b) => (int)((a - b) >> 63);

    /// <param name="mask">All bits or none.</param>
    public static int Choose(int mask, int ifSet, int otherwise) =>
        otherwise ^ ((ifSet ^ otherwise) & mask);
}
