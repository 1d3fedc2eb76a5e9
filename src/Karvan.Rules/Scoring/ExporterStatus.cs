namespace Karvan.Rules.Scoring;

/// <summary>What came of an exporter in its pool.</summary>
public enum ExporterStatus : byte
{
    /// <summary>Passes every gate and stands among the first places.</summary>
    Winner,

    /// <summary>Passes, and is level in everything with others where the places do not suffice for all of them.</summary>
    Tied,

    /// <summary>Passes, below the last place.</summary>
    Ranked,

    /// <summary>A final filter holds it back.</summary>
    NotEligible,

    /// <summary>Nothing is known of its compliance, so it can be no winner.</summary>
    AwaitingCompliance,

    /// <summary>An eliminating gate took it out; it has no rank.</summary>
    Removed,
}

public static class ExporterStatuses
{
    private static readonly string[] Names =
    [
        "winner",
        "tied",
        "ranked",
        "not-eligible",
        "awaiting-compliance",
        "removed",
    ];

    /// <summary>The word in result files.</summary>
    public static string Name(this ExporterStatus status) => Names[(int)status];

    /// <exception cref="ArgumentException">No status has this name.</exception>
    public static ExporterStatus Parse(string name)
    {
        var place = Array.IndexOf(Names, name);
        return place < 0
            ? throw new ArgumentException($"'{name}' is no status.", nameof(name))
            : (ExporterStatus)place;
    }
}
