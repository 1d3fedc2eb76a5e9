using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Loading;

/// <summary>Gates and the ranking.</summary>
internal static class GatesBinder
{
    public static List<NamedText> Groups(Cursor? groups)
    {
        var bound = new List<NamedText>();
        foreach (var group in groups?.Items ?? [])
        {
            var id = group["id"];
            if (bound.Exists(g => string.Equals(g.Id, id.Text, StringComparison.Ordinal)))
            {
                id.Refuse("repeated-id", $"'{id.Text}' a second time", "each group once");
            }
            bound.Add(new NamedText(id.Text, group["title"].LocalText));
        }
        return bound;
    }

    public static List<Gate> Gates(Cursor gates, IReadOnlyList<NamedText> groups)
    {
        var bound = new List<Gate>();
        foreach (var gate in gates.Items)
        {
            var id = gate["id"].Text;
            if (bound.Exists(g => string.Equals(g.Id, id, StringComparison.Ordinal)))
            {
                gate["id"].Refuse("repeated-id", $"'{id}' a second time", "each gate once");
            }
            if (gate.Maybe("when") is null == gate.Maybe("unless") is null)
            {
                gate.Refuse(
                    "bad-gate",
                    gate.Maybe("when") is null
                        ? "neither 'when' nor 'unless'"
                        : "both 'when' and 'unless'",
                    "one of the two"
                );
            }
            var group = gate.Maybe("group");
            if (
                group is { } named
                && !groups.Any(g => string.Equals(g.Id, named.Text, StringComparison.Ordinal))
            )
            {
                named.RefuseUnknown("group of gates", groups.Select(g => g.Id));
            }
            bound.Add(
                new Gate(
                    id,
                    gate["clause"].Text,
                    group?.Text,
                    gate["title"].LocalText,
                    gate["help"].LocalText,
                    gate["phase"].Text switch
                    {
                        "eliminate" => GatePhase.Eliminate,
                        "multiply" => GatePhase.Multiply,
                        _ => GatePhase.FinalFilter,
                    },
                    gate.Maybe("when") is null
                        ? GateCondition.FxObligationNotMet
                        : GateCondition.SmugglingProven
                )
            );
        }
        return bound;
    }

    public static Ranking Ranking(Cursor ranking, BookNames names)
    {
        var ties = new List<Measure>();
        foreach (var tie in ranking["ties"].Items)
        {
            var measure = new MeasureBinder(names).Bind(tie);
            if (measure is not (null or ExportValue or WeightedExports))
            {
                tie.Refuse(
                    "unit-does-not-fit",
                    $"the measure '{measure.Name}'",
                    "a value in USD: export-value or weighted-exports"
                );
            }
            else if (measure is not null)
            {
                ties.Add(measure);
            }
        }
        var within = ranking["within"].Text is "province"
            ? RankingPool.Province
            : RankingPool.ProvinceAndGroup;
        return new Ranking(ranking["clause"].Text, ties, within);
    }
}
