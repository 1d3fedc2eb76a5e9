namespace Karvan.Rules.Grammar;

/// <summary>Finds the known word a misspelt one most likely stands for.</summary>
public static class Suggestion
{
    /// <summary>Words such as <c>B1</c> are all alike: naming one of them says nothing.</summary>
    private const int ShortestMisspelt = 3;

    /// <returns>The nearest word, or null when none is within a third of its length (at least one letter).</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in known.Order(StringComparer.Ordinal))
        {
            var far = candidate.Length < ShortestMisspelt ? 0 : Math.Max(1, candidate.Length / 3);
            if (word.Length == 0 || Math.Abs(word.Length - candidate.Length) > far)
            {
                continue;
            }
            var distance = Distance(word, candidate);
            if (distance < bestDistance && distance <= far)
            {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// <summary>Edits between two words, case aside; two neighbouring letters in the wrong order are one edit.</summary>
    private static int Distance(string a, string b)
    {
        a = a.ToLowerInvariant();
        b = b.ToLowerInvariant();
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }
        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var cost = Math.Min(
                    Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                    rows[i - 1, j - 1] + change
                );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, rows[i - 2, j - 2] + 1);
                }
                rows[i, j] = cost;
            }
        }
        return rows[a.Length, b.Length];
    }
}
