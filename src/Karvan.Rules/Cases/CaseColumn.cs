using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Cases;

/// <summary>What a column of a table of cases fills: a key of the case, of one of its maps, or of an item of a list.</summary>
/// <param name="List"><c>exports</c>, <c>imports</c> or <c>evidence</c>; empty: no list.</param>
/// <param name="Tag">The key that says which item: <c>year</c> or <c>criterion</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Map"><c>expect</c>, <c>states</c>, <c>compliance</c> or <c>readings</c>; empty: no map.</param>
/// <param name="Key">The key the cell is put under.</param>
internal sealed record CaseColumn(string List, string Tag, string Value, string Map, string Key)
{
    public const string Forms =
        "a criterion, <criterion>.state, total, status, name, group, exports.<year>.<to|hs|usd|kg>, "
        + "imports.<year>.usd, evidence.<criterion>.<item|country|quantity|level|status>, "
        + "compliance.<key> or readings.<id>";

    /// <summary>Every column a table beside this book may have, by name.</summary>
    public static Dictionary<string, CaseColumn> Known(Rulebook book)
    {
        var known = new Dictionary<string, CaseColumn>(StringComparer.Ordinal)
        {
            ["total"] = InMap("expect", "total"),
        };
        foreach (var key in (string[])["name", "group", "status"])
        {
            known[key] = new CaseColumn("", "", "", "", key);
        }
        var years = Enumerable
            .Range(1, book.Years.Count)
            .Select(back => $"last-{back}")
            .Concat(["last", "last+1", "window", "five"]);
        foreach (var year in years)
        {
            foreach (var key in CaseGrammar.LineKeys)
            {
                known[$"exports.{year}.{key}"] = InList("exports", "year", year, key);
            }
            known[$"imports.{year}.usd"] = InList("imports", "year", year, "usd");
        }
        foreach (var criterion in book.Criteria)
        {
            known[criterion.Id] = InMap("expect", criterion.Id);
            known[criterion.Id + ".state"] = InMap("states", criterion.Id);
            if (criterion.Measure is AcceptedEvidence)
            {
                foreach (var key in CaseGrammar.EvidenceKeys)
                {
                    known[$"evidence.{criterion.Id}.{key}"] = InList(
                        "evidence",
                        "criterion",
                        criterion.Id,
                        key
                    );
                }
            }
        }
        foreach (var key in CaseGrammar.ComplianceKeys)
        {
            known["compliance." + key] = InMap("compliance", key);
        }
        foreach (var reading in book.Readings)
        {
            known["readings." + reading.Id] = InMap("readings", reading.Id);
        }
        return known;
    }

    private static CaseColumn InMap(string map, string key) => new("", "", "", map, key);

    private static CaseColumn InList(string list, string tag, string value, string key) =>
        new(list, tag, value, "", key);
}
