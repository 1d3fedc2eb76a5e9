namespace Karvan.Platform.Values;

/// <summary>What is wrong with what somebody typed, all of it at once: nobody sends a form once for each mistake.</summary>
public static class Refusals
{
    /// <summary>The reasons that hold, in the order in which they are given.</summary>
    public static TReason[] Of<TReason>(params IEnumerable<(bool Holds, TReason Reason)> checks)
        where TReason : struct, Enum => [.. checks.Where(c => c.Holds).Select(c => c.Reason)];
}
