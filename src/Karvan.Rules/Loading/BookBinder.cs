using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;
using Karvan.Texts;

namespace Karvan.Rules.Loading;

/// <summary>Builds a <see cref="Rulebook"/> from content whose shape is right, and checks what it means.</summary>
internal sealed class BookBinder(Cursor book, TableReader tables)
{
    /// <returns>The book, or null when a fault was reported.</returns>
    public Rulebook? Bind()
    {
        if (YearsBinder.Years(book["years"]) is not { } years)
        {
            return null;
        }
        var names = new BookNames(
            years,
            YearsBinder.Weights(book["weights"], years),
            ListsBinder.Lists(book["lists"]),
            BindTables(years),
            Bodies()
        );
        var productGroups = ListsBinder.ProductGroups(book["product-groups"]);
        var groups = BindGroups();
        var criteria = new CriteriaBinder(names, groups).Bind(book["criteria"]);
        var gateGroups = GatesBinder.Groups(book.Maybe("gate-groups"));
        var gates = GatesBinder.Gates(book["gates"], gateGroups);
        var readings = InterpretationsBinder.Readings(
            book["readings"],
            [.. RowIds(), .. gates.Select(g => g.Id)]
        );
        var ranking = GatesBinder.Ranking(book["ranking"], names);
        CheckSums(groups);
        var validFrom = book["valid"]["from"].Day;
        var validTo = book["valid"]["to"].IsNull ? null : book["valid"]["to"].Day;
        if (validTo < validFrom)
        {
            book["valid"]
                ["to"]
                .Refuse("days-order", $"'{validTo:yyyy-MM-dd}'", "a day not before 'from'");
        }
        if (book.Problems.Any)
        {
            return null;
        }
        return new Rulebook
        {
            Id = book["id"].Text,
            Year = book["year"].Whole,
            Version = book["version"].Whole,
            Title = book["title"].LocalText,
            ValidFrom = validFrom!.Value,
            ValidTo = validTo,
            Document = BindDocument(),
            Years = years,
            Total = book["total"].Points,
            Rounding = book["rounding"].Text is "half-even"
                ? Rounding.HalfEven
                : Rounding.HalfAwayFromZero,
            Weights = names.Weights,
            Lists = names.Lists,
            Bodies = names.Bodies,
            ProductGroups = productGroups,
            Tables = names.Tables.ToDictionary(t => t.Key, t => t.Value!, StringComparer.Ordinal),
            Readings = readings,
            Groups = groups,
            Criteria = criteria,
            GateGroups = gateGroups,
            Gates = gates,
            Ranking = ranking,
            Hash = CanonicalJson.Hash(book.Node),
            Content = book.Node,
        };
    }

    /// <summary>Criteria by id, whether or not the rest of them is right: one fault is reported once.</summary>
    private IEnumerable<string> RowIds() => book["criteria"].Items.Select(c => c["id"].Text);

    private Dictionary<string, LocalText> Bodies() =>
        (book.Maybe("bodies")?.Named ?? []).ToDictionary(
            b => b.Name.Text,
            b => b.Value.LocalText,
            StringComparer.Ordinal
        );

    private Dictionary<string, GoodsTable?> BindTables(DataYears years)
    {
        var bound = new Dictionary<string, GoodsTable?>(StringComparer.Ordinal);
        foreach (var (name, value) in book["tables"].Named)
        {
            bound[name.Text] = tables.Read(name.Text, value, years);
        }
        return bound;
    }

    private SourceDocument BindDocument()
    {
        var document = book["document"];
        return new SourceDocument(
            document["name"].Text,
            document["title"].LocalText,
            document["sha256"].Text
        );
    }

    private List<CriterionGroup> BindGroups()
    {
        var bound = new List<CriterionGroup>();
        foreach (var group in book["groups"].Items)
        {
            if (bound.Exists(g => string.Equals(g.Id, group["id"].Text, StringComparison.Ordinal)))
            {
                group["id"]
                    .Refuse(
                        "repeated-id",
                        $"'{group["id"].Text}' a second time",
                        "each group once"
                    );
            }
            bound.Add(
                new CriterionGroup(group["id"].Text, group["title"].LocalText, group["max"].Points)
            );
        }
        return bound;
    }

    private void CheckSums(List<CriterionGroup> groups)
    {
        var criteria = book["criteria"]
            .Items.Select(c => (Group: c["group"].Text, Max: c["max"].Points))
            .ToList();
        var known = groups.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        if (known.Count < groups.Count || criteria.Exists(c => !known.Contains(c.Group)))
        {
            // Reported already; sums would only repeat it in other words.
            return;
        }
        var cursors = book["groups"].Items;
        for (var i = 0; i < groups.Count; i++)
        {
            var sum = criteria
                .Where(c => string.Equals(c.Group, groups[i].Id, StringComparison.Ordinal))
                .Sum(c => c.Max.Value);
            if (sum != groups[i].Max.Value)
            {
                cursors[i]
                    ["max"]
                    .Refuse(
                        "maxima-do-not-add-up",
                        groups[i].Max.Plain,
                        $"{PlainNumber.Shortest(sum)}, the sum of the maxima of its criteria"
                    );
            }
        }
        var total = groups.Sum(g => g.Max.Value);
        if (total != book["total"].Number)
        {
            book["total"]
                .Refuse(
                    "maxima-do-not-add-up",
                    book["total"].Points.Plain,
                    $"{PlainNumber.Shortest(total)}, the sum of the maxima of the groups"
                );
        }
    }
}

/// <summary>What other parts of a book may refer to by name.</summary>
/// <param name="Tables">Null for a table that is declared but was refused.</param>
internal sealed record BookNames(
    DataYears Years,
    IReadOnlyDictionary<string, YearWeights> Weights,
    IReadOnlyDictionary<string, CountryList> Lists,
    IReadOnlyDictionary<string, GoodsTable?> Tables,
    IReadOnlyDictionary<string, LocalText> Bodies
);
