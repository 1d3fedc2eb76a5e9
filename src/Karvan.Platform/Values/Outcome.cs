namespace Karvan.Platform.Values;

/// <summary>
/// What a use case answers: what it made, or why it would not. A reason is one of a closed list beside the use case;
/// pages turn it into a sentence. Of a form with several mistakes all are told.
/// </summary>
public readonly struct Outcome<T, TReason>
    where TReason : struct, Enum
{
    private readonly T? value;
    private readonly TReason[]? refusals;

    private Outcome(T? value, TReason[]? refusals) =>
        (this.value, this.refusals) = (value, refusals);

    /// <summary>Every reason, the first one first; none where it was done.</summary>
    public IReadOnlyList<TReason> Reasons => refusals ?? [];

    /// <summary>The first reason.</summary>
    public TReason? Refused => refusals is [var first, ..] ? first : null;

    public bool Done => refusals is null;

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value =>
        refusals is null
            ? value!
            : throw new InvalidOperationException($"Refused: {string.Join(", ", refusals)}.");

    public static implicit operator Outcome<T, TReason>(T value) => new(value, null);

    public static implicit operator Outcome<T, TReason>(TReason reason) => new(default, [reason]);

    /// <exception cref="ArgumentException">Without a reason nothing is refused.</exception>
    public static implicit operator Outcome<T, TReason>(TReason[] reasons) =>
        reasons.Length > 0
            ? new(default, reasons)
            : throw new ArgumentException("A refusal takes a reason.", nameof(reasons));
}
