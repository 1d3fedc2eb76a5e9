using Karvan.Rules.Grammar;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;
using Karvan.Texts;

namespace Karvan.Rules.Loading;

/// <summary>A place in a file whose shape has been checked: reads values and reports faults of meaning there.</summary>
internal readonly record struct Cursor(TextNode Node, string Path, Problems Problems)
{
    public Cursor this[string key] =>
        Maybe(key)
        ?? throw new InvalidOperationException(
            $"The shape of '{Path}' was not checked for '{key}'."
        );

    public Cursor? Maybe(string key) =>
        Node is MapNode map && map.Find(key) is { } value
            ? new Cursor(value, Paths.Join(Path, key), Problems)
            : null;

    public bool IsNull => Node is ScalarNode { IsNull: true };

    public string Text => ((ScalarNode)Node).Text;

    public decimal Number =>
        PlainNumber.TryParse(Text, out var value)
            ? value
            : throw new InvalidOperationException($"The shape of '{Path}' was not checked.");

    public int Whole => (int)Number;

    public Points Points => Points.Of(Number);

    public LocalText LocalText => new(this["fa"].Text, this["en"].Text);

    public DateOnly? Day
    {
        get
        {
            if (DateOnly.TryParseExact(Text, "yyyy-MM-dd", out var day))
            {
                return day;
            }
            Refuse("no-such-day", Node.Describe(), "a day of the Gregorian calendar");
            return null;
        }
    }

    public IReadOnlyList<Cursor> Items
    {
        get
        {
            var self = this;
            return
            [
                .. ((ListNode)Node).Items.Select(
                    (item, i) => new Cursor(item, Paths.Item(self.Path, item, i), self.Problems)
                ),
            ];
        }
    }

    /// <summary>The entries of a map whose keys are names; the key's own place is that of <c>Name</c>.</summary>
    public IReadOnlyList<(Cursor Name, Cursor Value)> Named
    {
        get
        {
            var self = this;
            return
            [
                .. ((MapNode)Node).Entries.Select(e =>
                {
                    var path = Paths.Join(self.Path, e.Key);
                    return (
                        new Cursor(new ScalarNode(e.Key, true, e.KeyAt), path, self.Problems),
                        new Cursor(e.Value, path, self.Problems)
                    );
                }),
            ];
        }
    }

    public void Refuse(string code, string found, string expected, string? suggestion = null) =>
        Problems.Add(Node, Path, code, found, expected, suggestion);

    /// <summary>Reports a name that refers to nothing.</summary>
    public void RefuseUnknown(string what, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var expected =
            names.Count == 0
                ? $"the id of {Article(what)} {what}, but there is none"
                : $"{Article(what)} {what}: " + string.Join(", ", names);
        Refuse("unknown-reference", Node.Describe(), expected, Suggestion.Nearest(Text, names));
    }

    private static string Article(string what) => what[0] is 'a' or 'e' or 'i' ? "an" : "a";
}
