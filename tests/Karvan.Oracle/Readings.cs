namespace Karvan.Oracle;

/// <summary>The readings of the rubric (document R): each name's choices, the first of which is the default.</summary>
public sealed class Readings
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Choices =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["target-country-action"] = ["any-country", "priority-country", "per-country"], // R1.1
            ["persistence"] = ["three-of-five", "three-consecutive", "value-share"], // R1.2
            ["priority-markets"] = ["five-each", "proportional"], // R2.1
            ["technology-share"] = ["weighted", "largest-band"], // R3.1
            ["technology-edition"] = ["unctad", "lall-2000"], // R3.1
            ["value-to-weight"] = ["steps", "linear"], // R3.2
            ["net-trade"] = ["per-year", "last-year-imports", "fx-share"], // R4.1
            ["value-bounds"] = ["lower", "upper"], // R4.2, R4.3
            ["weight-order"] = ["newest-first", "oldest-first"], // R4.3, and R4.1 after it
            ["brand-registration"] = ["per-country", "any"], // R6.3
            ["advertising"] = ["per-country", "any"], // R6.13
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
