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
        var scores = Ids(book).Except(Ids(other)).Select(row => row.Id).ToList();
        var accepts = Accepted(book).Except(Accepted(other)).Select(row => row.Id).ToList();
        CheckEffect(reading, "scoring", scores.Count > 0);
        CheckEffect(reading, "acceptance", accepts.Count > 0);
        var changed = scores
            .Union(accepts, StringComparer.Ordinal)
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

    /// <summary>Where a reading says what it acts on, it says all of it: a change of the other kind would go unnoticed.</summary>
    private static void CheckEffect(Cursor reading, string effect, bool changes)
    {
        if (
            changes
            && reading.Maybe("acts-on") is { } said
            && !said.Items.Any(e => string.Equals(e.Text, effect, StringComparison.Ordinal))
        )
        {
            said.Refuse(
                "acts-on-too-little",
                $"no '{effect}', which this answer changes",
                "everything that an answer acts on"
            );
        }
    }

    private static IEnumerable<(string Id, string Meaning)> Accepted(Rulebook book) =>
        book.Criteria.Select(c => (c.Id, c.Acceptance?.Key ?? ""));

    private static IEnumerable<(string Id, string Meaning)> Ids(Rulebook book) =>
        book
            .Criteria.Select(c => (c.Id, c.Key))
            .Concat(book.Gates.Select(g => (g.Id, $"{g.Phase} {g.ClosesWhen}")));
}
