using Karvan.Texts;
using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Fields;
using Karvan.Trade.Mapping.Profiles;

namespace Karvan.Trade.Mapping.Guessing;

/// <summary>Which marks the numbers of a column have.</summary>
/// <param name="Sure">False where another reading gives other numbers: <c>1,234</c> alone may be a thousand or a unit.</param>
internal sealed record MarksGuess(NumberMarks Marks, bool Sure)
{
    private const int Decimals = 9;

    /// <summary>Of amounts too large for so many decimals, such as rials.</summary>
    private const int FewDecimals = 2;

    /// <returns>Null where none reads enough of them.</returns>
    public static MarksGuess? Of(IReadOnlyList<string> cells)
    {
        var used = NumberMarks.GroupMarks.Where(g => cells.Any(c => Has(c, g))).ToList();
        var best = Candidates(used)
            .Select(m => (Marks: m, Read: Values(cells, m)))
            .OrderByDescending(m => m.Read.Count(v => v is not null))
            .ToList();
        var (marks, read) = best[0];
        if (!ColumnEvidence.AreEnough(read.Count(v => v is not null), cells.Count))
        {
            return null;
        }
        var others = best.Skip(1)
            .TakeWhile(o => o.Read.Count(v => v is not null) == read.Count(v => v is not null));
        return new(marks, others.All(o => o.Read.SequenceEqual(read)));
    }

    /// <summary>The Arabic mark of thousands has its own point beside it, before any other.</summary>
    private static IEnumerable<NumberMarks> Candidates(IReadOnlyList<char> used) =>
        NumberMarks
            .Points.OrderByDescending(point =>
                point == Numerals.PersianPoint && used.Contains(Numerals.PersianThousands)
            )
            .Select(point => new NumberMarks(point, string.Concat(used.Where(g => g != point))));

    private static bool Has(string cell, char mark) =>
        mark == ' ' ? cell.Any(char.IsWhiteSpace) : cell.Contains(mark, StringComparison.Ordinal);

    private static List<long?> Values(IReadOnlyList<string> cells, NumberMarks marks) =>
        [.. cells.Select(c => Value(c, marks, Decimals) ?? Value(c, marks, FewDecimals))];

    private static long? Value(string cell, NumberMarks marks, int decimals) =>
        AmountText.Read(cell, marks, decimals, long.MaxValue, out var value) is Fault.None
            ? value
            : null;
}
