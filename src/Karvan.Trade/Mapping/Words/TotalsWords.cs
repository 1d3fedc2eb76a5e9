namespace Karvan.Trade.Mapping.Words;

/// <summary>Words that mark a row of totals.</summary>
internal static class TotalsWords
{
    private static readonly HashSet<string> Words =
    [
        .. WordTable
            .Fields.Where(w => w.Meaning == "total")
            .Select(w => ComparedWord.Loosely(w.Word)),
    ];

    private static readonly int Longest = Words.Max(w => w.Length);

    /// <param name="text">A cell; a colon, stars and the like around the word do not matter.</param>
    public static bool Contain(string text) =>
        text.Length <= Longest * 4 && Words.Contains(ComparedWord.Loosely(text));
}
