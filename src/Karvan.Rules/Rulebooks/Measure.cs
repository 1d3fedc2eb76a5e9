namespace Karvan.Rules.Rulebooks;

/// <summary>What is measured of an exporter. The set is closed; each measure has one unit.</summary>
public abstract record Measure
{
    /// <summary>Its name in rulebooks and results.</summary>
    public abstract string Name { get; }

    /// <summary>Unit of its value: <c>USD</c>, <c>USD/kg</c>, <c>countries</c>, <c>items</c>, or <c>share</c> for shares by class.</summary>
    public abstract string Unit { get; }
}

/// <summary>Exports of the years together.</summary>
public sealed record ExportValue(YearSet Years) : Measure
{
    public override string Name => "export-value";
    public override string Unit => "USD";
}

/// <summary>Σ weight × exports of the year.</summary>
public sealed record WeightedExports(YearWeights Weights) : Measure
{
    public override string Name => "weighted-exports";
    public override string Unit => "USD";
}

/// <summary>Σ weight × exports − Σ weight × imports; may be negative.</summary>
public sealed record NetTrade(YearWeights Exports, YearWeights Imports) : Measure
{
    public override string Name => "net-trade";
    public override string Unit => "USD";
}

/// <summary>Exports of the years by their net weight; no value without weight.</summary>
/// <param name="OfBestProduct">Only the product (six digits) with the highest quotient, not all goods together.</param>
public sealed record ValuePerWeight(YearSet Years, bool OfBestProduct) : Measure
{
    public override string Name => "value-per-weight";
    public override string Unit => "USD/kg";
}

/// <summary>Countries whose years of exports pass any of the tests.</summary>
public sealed record ExportCountries(CountryTest Test, bool ProductGroupOnly, CountryList? Within)
    : Measure
{
    public override string Name => "export-countries";
    public override string Unit => "countries";
}

/// <summary>Shares of value by class of goods.</summary>
/// <param name="Edition">Place of the edition among the table's columns.</param>
public sealed record TechnologyShares(GoodsTable Table, int Edition, YearSet Years) : Measure
{
    public override string Name => "technology-shares";
    public override string Unit => "share";
}

/// <summary>Shares of value that went to counted countries and to others.</summary>
public sealed record MarketShares(CountryTest Test, bool ProductGroupOnly, YearSet Years) : Measure
{
    public static readonly IReadOnlyList<string> Classes = ["counted", "other"];

    public override string Name => "market-shares";
    public override string Unit => "share";
}

/// <summary>What makes two rows of evidence count twice.</summary>
public enum Distinct
{
    Row,
    Item,
    Country,
    ItemAndCountry,
}

/// <summary>Accepted rows of evidence.</summary>
/// <param name="Items">The only items there are; empty when any item will do.</param>
/// <param name="LanguageCodes">Items are ISO 639-1 codes.</param>
/// <param name="Except">Items that do not count.</param>
/// <param name="ExportedTo">A row counts only for a country with exports in one of these years; none: for any country.</param>
public sealed record AcceptedEvidence(
    Distinct Distinct,
    IReadOnlyList<string> Items,
    bool LanguageCodes,
    IReadOnlyList<string> Except,
    YearSet ExportedTo
) : Measure
{
    public override string Name => "evidence";
    public override string Unit => "items";

    /// <summary>Whether both count the same things in the same rows.</summary>
    public bool CountsLike(AcceptedEvidence other) =>
        Distinct == other.Distinct
        && ExportedTo == other.ExportedTo
        && Except.SequenceEqual(other.Except, StringComparer.Ordinal);

    public bool NeedsItem => Distinct is Distinct.Item or Distinct.ItemAndCountry;

    public bool NeedsCountry =>
        Distinct is Distinct.Country or Distinct.ItemAndCountry || ExportedTo.Count > 0;
}
