namespace Karvan.Oracle;

/// <summary>What a run may be told: winners, pools, the technology table and the readings that differ from the default.</summary>
public sealed record OracleOptions
{
    /// <summary>CSV with the header <c>hs6,unctad,lall_2000</c> (R3.1).</summary>
    public required string TechnologyTable { get; init; }

    public int Winners { get; init; } = 10;

    /// <summary><c>province</c> or <c>province+group</c>.</summary>
    public string Within { get; init; } = "province";

    /// <summary>Reading id → choice, only those that are not the default.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>An input that cannot be used at all: a file or a column is missing (exit code 2).</summary>
public sealed class OracleInputException : Exception
{
    public OracleInputException() { }

    public OracleInputException(string message)
        : base(message) { }

    public OracleInputException(string message, Exception innerException)
        : base(message, innerException) { }
}
