namespace Karvan.Trade.Ledger;

/// <summary>What a customs line is known by, in whatever import it stands.</summary>
/// <param name="Declaration">In one spelling.</param>
public readonly record struct LineKey(bool Import, string Declaration, int LineNumber)
{
    public static LineKey Of(LedgerLine line) =>
        new(line.Import, line.Declaration, line.LineNumber);

    /// <summary>Whether a line of a block has this key.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public bool IsIn(ReadOnlySpan<byte> block) => LineBlock.Has(block, this);
}

/// <summary>
/// A line that was decided about: it counts as <paramref name="After"/>, wherever it stands as <paramref name="Before"/>.
/// Where a later file says something else of it, the decision does not hold for that.
/// </summary>
/// <param name="Before">As the customs file said it.</param>
/// <param name="After">Null for a line struck off.</param>
public sealed record LineAdjustment(Guid Id, LedgerLine Before, LedgerLine? After)
{
    public LineKey Key => LineKey.Of(Before);

    /// <summary>
    /// Whether the line counts in another flow or for another exporter. It is then given to that ledger, and another decision
    /// strikes it off where the file has it.
    /// </summary>
    public bool Moves =>
        After is { } after && (LineKey.Of(after) != Key || after.Exporter != Before.Exporter);

    /// <summary>Whether this is the line that was decided about, whichever import it came with.</summary>
    public bool IsAbout(LedgerLine line) =>
        Key == LineKey.Of(line)
        && line.Exporter == Before.Exporter
        && line.Day == Before.Day
        && line.HsCode == Before.HsCode
        && line.Country == Before.Country
        && line.ValueCents == Before.ValueCents
        && line.WeightGrams == Before.WeightGrams;
}

/// <summary>What a snapshot makes of a line.</summary>
public enum LineState
{
    Counted,

    /// <summary>It counts as it was corrected.</summary>
    Corrected,

    Struck,

    /// <summary>An import before says the same, and counts.</summary>
    Repeated,

    /// <summary>Two imports say different things under one key: neither counts until one is decided for, or gone.</summary>
    Conflict,
}

/// <summary>A line of a snapshot.</summary>
/// <param name="Line">As it counts where it was corrected, else as it was imported.</param>
/// <param name="Place">Of its import in the snapshot, from 0.</param>
/// <param name="Adjustment">Which decision corrected or struck it.</param>
public sealed record SnapshotLine(
    LedgerLine Line,
    int Place,
    LineState State,
    LineAdjustment? Adjustment
);

/// <summary>How many lines are in each state.</summary>
public sealed class LineTally
{
    private readonly long[] counts = new long[Enum.GetValues<LineState>().Length];

    public long this[LineState state] => counts[(int)state];

    public long All => counts.Sum();

    internal void Add(LineState state, int lines) => counts[(int)state] += lines;
}
