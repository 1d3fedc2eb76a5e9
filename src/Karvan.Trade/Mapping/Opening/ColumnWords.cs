using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>How well the name of a column is known to mean something.</summary>
internal enum NameMatch
{
    None,

    /// <summary>A known name is part of it.</summary>
    Part,

    /// <summary>It is a known name.</summary>
    Whole,
}

/// <summary>What the names of columns mean, by the table of names that customs files use.</summary>
internal static class ColumnWords
{
    private const int ShortestPart = 3;

    private static readonly List<(string Word, Target Target)> Known =
    [
        .. WordTable.Columns.Select(w =>
            (
                ComparedWord.Loosely(w.Word),
                Enum.GetValues<Target>().Single(t => t.ToString() == w.Meaning)
            )
        ),
    ];

    /// <summary>What a column of this name may hold; the longest known name in it goes first.</summary>
    public static IReadOnlyList<(Target Target, NameMatch Match, int Length)> Of(string name)
    {
        // Of a name from several header rows the last part says most; the upper ones are groups.
        var parts = name.Split(HeaderNames.Between);
        var last = ComparedWord.Loosely(parts[^1]);
        var whole = ComparedWord.Loosely(name);
        var found = new Dictionary<Target, (NameMatch Match, int Length)>();
        foreach (var (word, target) in Known)
        {
            var match =
                word == last || word == whole ? NameMatch.Whole
                : word.Length >= ShortestPart && whole.Contains(word, StringComparison.Ordinal)
                    ? NameMatch.Part
                : NameMatch.None;
            if (
                match > NameMatch.None
                && (match, word.Length).CompareTo(found.GetValueOrDefault(target)) > 0
            )
            {
                found[target] = (match, word.Length);
            }
        }
        return
        [
            .. found
                .Select(f => (f.Key, f.Value.Match, f.Value.Length))
                .OrderByDescending(f => (f.Match, f.Length)),
        ];
    }

    /// <summary>Whether a cell looks like data rather than like the name of a column.</summary>
    public static bool IsDatum(string cell) =>
        cell.Length > 0
        && cell.All(c => char.IsDigit(c) || char.IsPunctuation(c) || char.IsWhiteSpace(c));
}
