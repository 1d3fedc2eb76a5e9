using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Facts;

/// <summary>
/// What customs lines add up to: one row a firm, in the order of the roster. Money is USD cents, weight grams;
/// yearly columns are indexed by the place of the year in <see cref="DataYears.All"/>.
/// </summary>
public sealed class TradeFacts
{
    public required FactPlan Plan { get; init; }

    public required int Count { get; init; }

    /// <summary>[year][firm], USD cents.</summary>
    public required long[][] ExportCents { get; init; }

    /// <summary>[year][firm], net grams of exports, those of worthless lines among them.</summary>
    public required long[][] ExportGrams { get; init; }

    /// <summary>[year][firm], USD cents.</summary>
    public required long[][] ImportCents { get; init; }

    /// <summary>Firm <c>f</c> has the country rows <c>CountryStart[f]</c> to <c>CountryStart[f + 1]</c>, by country code.</summary>
    public required int[] CountryStart { get; init; }

    /// <summary>The country's place in <see cref="ReferenceTable.Countries"/>.</summary>
    public required byte[] Country { get; init; }

    /// <summary>Years with exports of a positive value to the country, all goods: a set as in <see cref="YearSet"/>.</summary>
    public required byte[] YearsAll { get; init; }

    /// <summary>The same, of the product group the firm applied in.</summary>
    public required byte[] YearsInGroup { get; init; }

    /// <summary>[key of the plan][class][firm], USD cents of exports.</summary>
    public required long[][][] ClassCents { get; init; }

    /// <summary>[key of the plan][country row], USD cents of exports.</summary>
    public required long[][] MarketCents { get; init; }

    /// <summary>[key of the plan], of each firm.</summary>
    public required BestProducts[] BestProducts { get; init; }

    public ReadOnlySpan<byte> CountriesOf(int firm) =>
        Country.AsSpan(CountryStart[firm]..CountryStart[firm + 1]);

    /// <summary>Years with exports of a positive value to a country, as in <see cref="YearSet"/>; 0 where there are none.</summary>
    public byte YearsOf(int firm, string country)
    {
        var code = ReferenceTable.Countries.IndexOf(country);
        var place = code < 0 ? -1 : CountriesOf(firm).IndexOf((byte)code);
        return place < 0 ? (byte)0 : YearsAll[CountryStart[firm] + place];
    }

    /// <summary>The columns of class sums a measure asks for.</summary>
    public long[][] ClassColumns(TechnologyShares measure)
    {
        var key = new ClassSumsKey(measure.Table, measure.Edition, measure.Years);
        return ClassCents[Place(Plan.ClassSums, key)];
    }

    public long[] MarketColumn(MarketShares measure)
    {
        var key = new MarketValueKey(measure.Years, measure.ProductGroupOnly);
        return MarketCents[Place(Plan.MarketValues, key)];
    }

    public BestProducts BestProduct(ValuePerWeight measure) =>
        BestProducts[Place(Plan.BestProducts, measure.Years)];

    private static int Place<T>(IReadOnlyList<T> keys, T key)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(keys[i], key))
            {
                return i;
            }
        }
        throw new InvalidOperationException(
            "The facts were added up under a plan that does not hold this measure."
        );
    }
}
