using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Facts;

/// <param name="Edition">Column of the table.</param>
public sealed record ClassSumsKey(GoodsTable Table, int Edition, YearSet Years);

public sealed record MarketValueKey(YearSet Years, bool ProductGroupOnly);

/// <summary>Which columns, beyond the yearly sums, the rulebooks in use ask of the customs lines.</summary>
/// <param name="BestProducts">Sets of years whose product with the highest value per weight is asked for.</param>
public sealed record FactPlan(
    DataYears Years,
    IReadOnlyList<ClassSumsKey> ClassSums,
    IReadOnlyList<MarketValueKey> MarketValues,
    IReadOnlyList<YearSet> BestProducts
)
{
    /// <param name="books">One book, or several readings of one; all with the same years.</param>
    public static FactPlan For(params IReadOnlyList<Rulebook> books)
    {
        var measures = books.SelectMany(b => b.Criteria).Select(c => c.Measure).ToList();
        return new FactPlan(
            books[0].Years,
            [
                .. measures
                    .OfType<TechnologyShares>()
                    .Select(m => new ClassSumsKey(m.Table, m.Edition, m.Years))
                    .Distinct(),
            ],
            [
                .. measures
                    .OfType<MarketShares>()
                    .Select(m => new MarketValueKey(m.Years, m.ProductGroupOnly))
                    .Distinct(),
            ],
            [
                .. measures
                    .OfType<ValuePerWeight>()
                    .Where(m => m.OfBestProduct)
                    .Select(m => m.Years)
                    .Distinct(),
            ]
        );
    }
}
