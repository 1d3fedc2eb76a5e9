using Karvan.Rules.Grammar;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>
/// Every other answer of every reading must give a book that loads, whether or not anybody asks for it,
/// and must say which criteria it touches: results name the undecided readings they rest on.
/// </summary>
internal static class AlternativesCheck
{
    public static void Run(
        Rulebook book,
        string file,
        Func<TextNode, Problems, Rulebook?> bind,
        Problems problems
    )
    {
        foreach (var (reading, choice) in Interpretations.Alternatives(book.Content))
        {
            var choices = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [reading] = choice,
            };
            var found = new Problems(file, $"{reading}={choice}");
            if (
                Interpretations.Swap(book.Content, choices, found) is { } swapped
                && bind(swapped, found) is { } other
            )
            {
                CheckAffects(book, other, reading, found);
            }
            problems.AddAll(found);
        }
    }

    private static void CheckAffects(Rulebook book, Rulebook other, string id, Problems problems)
    {
        var reading = new Cursor(book.Content, "", problems)["readings"]
            .Items.First(r => string.Equals(r["id"].Text, id, StringComparison.Ordinal));
        var named = reading["affects"].Items.Select(a => a.Text).ToList();
        var changed = Ids(book)
            .Except(Ids(other))
            .Select(row => row.Id)
            .Where(row => !named.Contains(row, StringComparer.Ordinal));
        foreach (var row in changed)
        {
            reading["affects"]
                .Refuse(
                    "affects-too-little",
                    $"no '{row}', which this answer changes",
                    "every criterion and gate that an answer changes"
                );
        }
    }

    private static IEnumerable<(string Id, string Meaning)> Ids(Rulebook book) =>
        book
            .Criteria.Select(c => (c.Id, c.Key))
            .Concat(book.Gates.Select(g => (g.Id, $"{g.Phase} {g.ClosesWhen}")));
}
