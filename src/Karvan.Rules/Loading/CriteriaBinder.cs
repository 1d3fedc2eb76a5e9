using System.Text;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>The rows of the rubric.</summary>
internal sealed class CriteriaBinder(BookNames names, IReadOnlyList<CriterionGroup> groups)
{
    private readonly MeasureBinder measures = new(names);
    private readonly AcceptanceBinder accepting = new(names);

    public List<Criterion> Bind(Cursor criteria)
    {
        var bound = new List<Criterion>();
        var said = criteria.Items.Any(c => c.Maybe("acceptance") is not null);
        foreach (var cursor in criteria.Items)
        {
            var id = cursor["id"];
            if (bound.Exists(c => string.Equals(c.Id, id.Text, StringComparison.Ordinal)))
            {
                id.Refuse("repeated-id", $"'{id.Text}' a second time", "each criterion once");
            }
            var group = cursor["group"];
            if (!groups.Any(g => string.Equals(g.Id, group.Text, StringComparison.Ordinal)))
            {
                group.RefuseUnknown("group", groups.Select(g => g.Id));
            }
            if (
                measures.Bind(cursor["measure"]) is { } measure
                && RuleBinder.Bind(cursor, measure) is { } rule
            )
            {
                bound.Add(
                    new Criterion(
                        id.Text,
                        cursor["clause"].Text,
                        group.Text,
                        cursor["title"].LocalText,
                        cursor["help"].LocalText,
                        cursor["max"].Points,
                        measure,
                        rule,
                        KeyOf(cursor, measure),
                        accepting.Bind(cursor, measure, said)
                    )
                );
            }
        }
        return bound;
    }

    private static string KeyOf(Cursor cursor, Measure measure)
    {
        var map = ((MapNode)cursor.Node)
            .With("title", null)
            .With("help", null)
            .With("acceptance", null);
        var named = measure switch
        {
            WeightedExports m => string.Join(',', m.Weights.ByYear),
            NetTrade m => string.Join(',', m.Exports.ByYear)
                + '/'
                + string.Join(',', m.Imports.ByYear),
            ExportCountries { Within: { } list } => string.Join(',', list.Countries),
            TechnologyShares m => m.Table.ContentHash,
            _ => "",
        };
        return Encoding.UTF8.GetString(CanonicalJson.Write(map)) + named;
    }
}
