using Karvan.Bench.Harness;
using Karvan.Rules.Rulebooks;

namespace Karvan.Bench.Reading;

/// <summary>The classes of goods the rulebook asks for.</summary>
internal sealed record Classes(GoodsTable Table, int Edition)
{
    public int Count => Table.Classes.Count;

    public int ClassOf(int code) => Table.ClassOfCode(Edition)[code];

    public static Classes Of(Rulebook book) =>
        book.Criteria.Select(c => c.Measure).OfType<TechnologyShares>().FirstOrDefault()
            is { } measure
            ? new Classes(measure.Table, measure.Edition)
            : throw new BenchException("The rulebook asks for no classes of goods.");
}
