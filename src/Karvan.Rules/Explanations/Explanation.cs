using System.Globalization;
using System.Text.Json;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Rules.Explanations;

/// <summary>One line of <c>explanations.jsonl</c>, read back. Amounts are exact decimals.</summary>
/// <param name="ProductGroup">Id, or empty for all goods.</param>
/// <param name="Rank">Null for the removed.</param>
/// <param name="RulebookHash">Of the rulebook, readings put in, that scored it.</param>
public sealed record Explanation(
    string Exporter,
    string Name,
    string Province,
    string ProductGroup,
    int? Rank,
    ExporterStatus Status,
    decimal Total,
    string RulebookHash,
    ExplainedFacts Facts,
    IReadOnlyList<ExplainedCriterion> Criteria,
    IReadOnlyList<ExplainedGate> Gates
)
{
    /// <exception cref="JsonException">The line is no explanation.</exception>
    public static Explanation Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(document.RootElement);
        }
        catch (Exception e)
            when (e
                    is KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
            )
        {
            throw new JsonException("The line is no explanation of an exporter: " + e.Message, e);
        }
    }

    private static Explanation Read(JsonElement line)
    {
        var rank = line.GetProperty("rank");
        return new Explanation(
            line.Text("exporter"),
            line.Text("name"),
            line.Text("province"),
            line.Text("product_group"),
            rank.ValueKind is JsonValueKind.Null ? null : rank.GetInt32(),
            ExporterStatuses.Parse(line.Text("status")),
            line.GetProperty("total").GetDecimal(),
            line.GetProperty("rulebook").Text("hash"),
            ExplainedFacts.Read(line.GetProperty("facts")),
            [.. line.GetProperty("criteria").EnumerateArray().Select(ExplainedCriterion.Read)],
            [
                .. line.GetProperty("gates")
                    .EnumerateArray()
                    .Select(g => new ExplainedGate(g.Text("id"), g.Text("state"))),
            ]
        );
    }
}

/// <param name="ClassesUsd">By "table/edition", then by class.</param>
/// <param name="Countries">Years with exports to each country, and those in the product group.</param>
/// <param name="FxReturnRatio">Null while compliance is awaited.</param>
public sealed record ExplainedFacts(
    IReadOnlyDictionary<int, decimal> ExportsUsd,
    IReadOnlyDictionary<int, decimal> ExportsKg,
    IReadOnlyDictionary<int, decimal> ImportsUsd,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> ClassesUsd,
    IReadOnlyDictionary<string, (IReadOnlyList<int> Years, IReadOnlyList<int> InGroup)> Countries,
    decimal? FxReturnRatio
)
{
    internal static ExplainedFacts Read(JsonElement facts)
    {
        var ratio = facts.GetProperty("fx_return_ratio");
        return new ExplainedFacts(
            Years(facts.GetProperty("exports_usd")),
            Years(facts.GetProperty("exports_kg")),
            Years(facts.GetProperty("imports_usd")),
            facts
                .GetProperty("classes_usd")
                .EnumerateObject()
                .ToDictionary(t => t.Name, t => Amounts(t.Value), StringComparer.Ordinal),
            facts
                .GetProperty("countries")
                .EnumerateObject()
                .ToDictionary(c => c.Name, c => Country(c.Value), StringComparer.Ordinal),
            ratio.ValueKind is JsonValueKind.Null ? null : ratio.Exact()
        );
    }

    private static Dictionary<int, decimal> Years(JsonElement amounts) =>
        amounts
            .EnumerateObject()
            .ToDictionary(
                a => int.Parse(a.Name, CultureInfo.InvariantCulture),
                a => a.Value.Exact()
            );

    private static IReadOnlyDictionary<string, decimal> Amounts(JsonElement amounts) =>
        amounts
            .EnumerateObject()
            .ToDictionary(a => a.Name, a => a.Value.Exact(), StringComparer.Ordinal);

    private static (IReadOnlyList<int>, IReadOnlyList<int>) Country(JsonElement country)
    {
        int[] years = [.. country.GetProperty("years").EnumerateArray().Select(y => y.GetInt32())];
        return (
            years,
            country.TryGetProperty("in_group", out var group)
                ? [.. group.EnumerateArray().Select(y => y.GetInt32())]
                : years
        );
    }
}

/// <param name="Value">The measure's value, exact; a quotient is cut off after six decimals. Null when there is none.</param>
/// <param name="Readings">Each "id=choice".</param>
/// <param name="Best">The best value of the province, where the points are in proportion to it.</param>
/// <param name="Place">Where exporters are put in order.</param>
public sealed record ExplainedCriterion(
    string Id,
    ScoreState State,
    decimal Points,
    decimal Of,
    string Measure,
    decimal? Value,
    ExplainedBand? Band,
    IReadOnlyList<ExplainedItem> Items,
    string Clause,
    IReadOnlyList<string> Readings,
    bool Undecided,
    decimal? Best = null,
    ExplainedPlace? Place = null
)
{
    /// <summary>Value in USD and net weight in kilograms of what a value per weight is of.</summary>
    internal (decimal Usd, decimal Kilograms) Quotient(
        Rulebook book,
        ValuePerWeight measure,
        ExplainedFacts facts
    )
    {
        if (measure.OfBestProduct && Items is [{ Usd: { } value, Kg: { } weight }])
        {
            return (value, weight);
        }
        // Where no product has a weight, the firm's value stands without one.
        var years = measure.Years.Indexes.Select(i => book.Years.All[i]).ToList();
        return (
            years.Sum(y => facts.ExportsUsd.GetValueOrDefault(y)),
            measure.OfBestProduct ? 0 : years.Sum(y => facts.ExportsKg.GetValueOrDefault(y))
        );
    }

    internal static ExplainedCriterion Read(JsonElement criterion) =>
        new(
            criterion.Text("id"),
            ScoreStates.Parse(criterion.Text("state")),
            criterion.GetProperty("points").GetDecimal(),
            criterion.GetProperty("of").GetDecimal(),
            criterion.Text("measure"),
            criterion.TryGetProperty("value", out var value)
            && value.ValueKind is not JsonValueKind.Null
                ? value.Exact()
                : null,
            criterion.TryGetProperty("band", out var band) ? ExplainedBand.Read(band) : null,
            criterion.TryGetProperty("items", out var items)
                ? [.. items.EnumerateArray().Select(ExplainedItem.Read)]
                : [],
            criterion.Text("clause"),
            criterion.TryGetProperty("reading", out var reading)
                ? reading.GetString()!.Split("; ")
                : [],
            criterion.TryGetProperty("undecided", out _),
            criterion.TryGetProperty("best", out var best) ? best.Exact() : null,
            criterion.TryGetProperty("among", out var among)
                ? new ExplainedPlace(
                    criterion.TryGetProperty("place", out var place) ? place.GetInt32() : null,
                    among.GetInt32()
                )
                : null
        );
}

/// <summary>Where exporters of a province are put in order.</summary>
/// <param name="Place">From 1; null for who has nothing to be put in order.</param>
/// <param name="Among">How many are.</param>
public sealed record ExplainedPlace(int? Place, int Among);

/// <param name="From">Null below the first band.</param>
/// <param name="To">Null in the last band.</param>
public sealed record ExplainedBand(decimal? From, decimal? To, decimal Points)
{
    internal static ExplainedBand Read(JsonElement band) =>
        new(
            End(band.GetProperty("from")),
            End(band.GetProperty("to")),
            band.GetProperty("points").GetDecimal()
        );

    private static decimal? End(JsonElement end) =>
        end.ValueKind is JsonValueKind.Null ? null : end.Exact();
}

/// <summary>What counted: a country, a row of evidence, or a product with its value and weight.</summary>
public sealed record ExplainedItem(
    string? Item,
    string? Country,
    decimal? Quantity,
    string? Level,
    decimal? Usd = null,
    decimal? Kg = null
)
{
    internal static ExplainedItem Read(JsonElement item)
    {
        if (item.ValueKind is JsonValueKind.String)
        {
            return new ExplainedItem(null, item.GetString(), null, null);
        }
        return new ExplainedItem(
            item.TryGetProperty("item", out var name) ? name.GetString() : null,
            item.TryGetProperty("country", out var country) ? country.GetString() : null,
            item.TryGetProperty("quantity", out var quantity) ? quantity.Exact() : null,
            item.TryGetProperty("level", out var level) ? level.GetString() : null,
            item.TryGetProperty("usd", out var usd) ? usd.Exact() : null,
            item.TryGetProperty("kg", out var kg) ? kg.Exact() : null
        );
    }
}

/// <param name="State"><c>open</c>, <c>closed</c>, or <c>awaiting</c> compliance.</param>
public sealed record ExplainedGate(string Id, string State);

internal static class ExplanationElements
{
    public static string Text(this JsonElement element, string property) =>
        element.GetProperty(property).GetString()!;

    /// <summary>Amounts are written as strings, counts as numbers.</summary>
    public static decimal Exact(this JsonElement element) =>
        element.ValueKind is JsonValueKind.String
            ? decimal.Parse(
                element.GetString()!,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture
            )
            : element.GetDecimal();
}
