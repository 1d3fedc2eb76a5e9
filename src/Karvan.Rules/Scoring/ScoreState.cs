namespace Karvan.Rules.Scoring;

/// <summary>What a criterion's points mean. No data is never a zero.</summary>
public enum ScoreState : byte
{
    /// <summary>Points above zero.</summary>
    Scored,

    /// <summary>Measured, and worth nothing.</summary>
    Zero,

    /// <summary>No evidence was put forward.</summary>
    NotClaimed,

    /// <summary>Evidence waits for a decision.</summary>
    Pending,

    /// <summary>All evidence was rejected.</summary>
    Rejected,

    /// <summary>What the rule needs is missing: it counts as no points and says so.</summary>
    NoData,
}

public static class ScoreStates
{
    private static readonly string[] Names =
    [
        "scored",
        "zero",
        "not-claimed",
        "pending",
        "rejected",
        "no-data",
    ];

    /// <summary>The word in result files.</summary>
    public static string Name(this ScoreState state) => Names[(int)state];

    /// <exception cref="ArgumentException">No state has this name.</exception>
    public static ScoreState Parse(string name)
    {
        var place = Array.IndexOf(Names, name);
        return place < 0
            ? throw new ArgumentException($"'{name}' is no state.", nameof(name))
            : (ScoreState)place;
    }
}
