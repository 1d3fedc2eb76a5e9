namespace Karvan.Oracle;

/// <summary>The readings of the rubric (document R): each name's choices, the first of which is the default.</summary>
public sealed class Readings
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Choices =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["target-country-action"] = ["any-country", "priority-country", "per-country"], // R1.1
            ["persistence"] =
            [
                "three-of-five",
                "one-market",
                "three-consecutive",
                "value-share",
                "relative",
            ], // R1.2
            ["priority-markets"] = ["five-each", "proportional", "relative"], // R2.1
            ["new-market"] =
            [
                "absent-two-years",
                "absent-all-years",
                "absent-one-year",
                "priority-country",
                "relative",
            ], // R2.2
            ["technology-share"] = ["weighted", "largest-band", "ranked"], // R3.1
            ["technology-edition"] = ["unctad", "lall-2000"], // R3.1
            ["value-to-weight"] = ["steps", "linear"], // R3.2
            ["value-to-weight-goods"] = ["last-year", "three-years", "best-product"], // R3.2
            ["net-trade"] = ["per-year", "last-year-imports", "simple-mean", "fx-share"], // R4.1
            ["value-title"] = ["last-year-value", "three-years"], // R4.2
            ["value-bounds"] = ["lower", "upper"], // R4.2, R4.3
            ["weight-order"] = ["newest-first", "oldest-first"], // R4.3, and R4.1 after it
            ["after-sales-countries"] = ["per-country", "relative"], // R6.1
            ["product-registration"] = ["any", "per-country"], // R6.2
            ["target-market"] = ["any-country", "exports-in-window"], // R6.3 to R6.7
            ["brand-registration"] = ["per-country", "any", "relative"], // R6.3
            ["packaging"] = ["any", "per-country"], // R6.4
            ["product-standards"] = ["five-each", "any", "relative"], // R6.5
            ["management-standards"] = ["five-each", "any", "relative"], // R6.6
            ["sales-offices"] = ["ten-each", "any", "relative"], // R6.7
            ["selling-abroad"] = ["five-each", "any", "relative"], // R6.9
            ["exhibitions"] = ["seven-each", "five-each", "relative"], // R6.10
            ["delegations"] = ["five-each", "any", "relative"], // R6.11
            ["advertising"] = ["per-country", "any", "relative"], // R6.13
            ["smuggling-gate"] = ["removes", "multiplies"], // R7.1
        };

    private readonly IReadOnlyDictionary<string, string> _chosen;

    public Readings(IReadOnlyDictionary<string, string> chosen)
    {
        foreach (var (name, choice) in chosen)
        {
            if (
                !Choices.TryGetValue(name, out var choices)
                || !choices.Contains(choice, StringComparer.Ordinal)
            )
                throw new ArgumentException($"No such reading: {name}={choice}", nameof(chosen));
        }

        _chosen = chosen;
    }

    /// <summary>The choice made for a reading, or its default.</summary>
    public string this[string name] => _chosen.GetValueOrDefault(name, Choices[name][0]);

    public bool Is(string name, string choice)
    {
        if (!Choices[name].Contains(choice, StringComparer.Ordinal))
            throw new ArgumentException($"No such choice: {name}={choice}", nameof(choice));
        return string.Equals(this[name], choice, StringComparison.Ordinal);
    }
}
