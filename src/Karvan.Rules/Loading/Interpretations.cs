using Karvan.Rules.Grammar;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>Puts another answer of a reading into the content of a book, by its typed patches.</summary>
internal static class Interpretations
{
    /// <returns>Whether every choice names a reading of the book and one of its answers.</returns>
    public static bool Know(
        TextNode content,
        IReadOnlyDictionary<string, string> choices,
        Problems problems
    )
    {
        var root = new Cursor(content, "", problems);
        var readings = root["readings"].Items;
        foreach (var (id, choice) in choices)
        {
            var reading = readings.FirstOrDefault(r => Same(r["id"].Text, id));
            if (reading.Node is null)
            {
                RefuseReading(root["readings"], id);
            }
            else
            {
                CheckChoice(reading, choice);
            }
        }
        return !problems.Any;
    }

    /// <returns>The content with known choices put in, or null when a patch does not fit.</returns>
    public static TextNode? Swap(
        TextNode content,
        IReadOnlyDictionary<string, string> choices,
        Problems problems
    )
    {
        // In the order of the book, not of the asking: the same choices give the same content and hash.
        foreach (var reading in new Cursor(content, "", problems)["readings"].Items)
        {
            var id = reading["id"].Text;
            if (!choices.TryGetValue(id, out var choice) || Same(choice, InForce(reading).Text))
            {
                continue;
            }
            foreach (var change in reading["others"][choice]["changes"].Items)
            {
                if (Patches.Apply(content, change) is not { } changed)
                {
                    return null;
                }
                content = changed;
            }
            content = Mark(content, id, choice);
        }
        return content;
    }

    public static IEnumerable<(string Reading, string Choice)> Alternatives(TextNode content)
    {
        var root = new Cursor(content, "", new Problems(""));
        return root["readings"]
            .Items.SelectMany(r => r["others"].Named.Select(o => (r["id"].Text, o.Name.Text)));
    }

    /// <summary>
    /// Whether answers stand swapped in this content. Only <see cref="Swap"/> makes such content: putting the
    /// same answers in again must change nothing, or somebody wrote the mark by hand (reported).
    /// </summary>
    public static bool AreSwapped(Cursor book)
    {
        var again = book.Node;
        Cursor? first = null;
        foreach (var reading in book["readings"].Items)
        {
            if (reading.Maybe("swapped") is not { } swapped)
            {
                continue;
            }
            first ??= swapped;
            if (reading["others"].Maybe(swapped.Text) is not { } other)
            {
                RefuseChoice(swapped, swapped.Text, OtherNames(reading));
                return true;
            }
            foreach (var change in other["changes"].Items)
            {
                if ((change.Maybe("set") ?? change.Maybe("remove")) is { } target)
                {
                    again = Patches.Put(again, target.Text, change.Maybe("to")?.Node) ?? again;
                }
            }
        }
        if (first is { } mark && !Same(CanonicalJson.Hash(again), CanonicalJson.Hash(book.Node)))
        {
            mark.Refuse(
                "swapped-by-hand",
                $"{mark.Node.Describe()}, whose changes this book does not hold",
                "no such key: which answer to take is said when the book is used"
            );
        }
        return first is not null;
    }

    private static void CheckChoice(Cursor reading, string choice)
    {
        if (Same(choice, InForce(reading).Text))
        {
            return;
        }
        if (reading.Maybe("swapped") is { } swapped)
        {
            swapped.Refuse(
                "already-swapped",
                swapped.Node.Describe(),
                $"the book as published, to choose {ScalarNode.Quote(choice)}"
            );
        }
        else if (reading["others"].Maybe(choice) is null)
        {
            RefuseChoice(reading, choice, OtherNames(reading).Prepend(reading["chosen"].Text));
        }
    }

    private static void RefuseReading(Cursor readings, string id)
    {
        var known = readings.Items.Select(r => r["id"].Text).ToList();
        readings.Refuse(
            "unknown-reading",
            "the reading " + ScalarNode.Quote(id),
            known.Count == 0 ? "none: the book has no readings" : OneOf(known),
            Suggestion.Nearest(id, known)
        );
    }

    private static void RefuseChoice(Cursor at, string choice, IEnumerable<string> known)
    {
        var names = known.ToList();
        at.Refuse(
            "unknown-choice",
            "the choice " + ScalarNode.Quote(choice),
            names.Count == 0 ? "none: the reading has no other answer" : OneOf(names),
            Suggestion.Nearest(choice, names)
        );
    }

    /// <summary>Records the swapped choice beside the book's own, so that the hash and the pages show it.</summary>
    private static TextNode Mark(TextNode content, string reading, string choice)
    {
        var mark = new ScalarNode(choice, true, content.At);
        return Patches.Put(content, "readings." + reading + ".swapped", mark)!;
    }

    private static Cursor InForce(Cursor reading) => reading.Maybe("swapped") ?? reading["chosen"];

    private static IEnumerable<string> OtherNames(Cursor reading) =>
        reading["others"].Named.Select(o => o.Name.Text);

    private static string OneOf(List<string> names) =>
        names.Count == 1 ? $"'{names[0]}'" : "one of " + string.Join(", ", names);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
