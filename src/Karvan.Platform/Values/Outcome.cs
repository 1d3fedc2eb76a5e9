namespace Karvan.Platform.Values;

/// <summary>
/// What a use case answers: what it made, or why it would not. A reason is one of a closed list beside the use case;
/// pages turn it into a sentence.
/// </summary>
public readonly struct Outcome<T, TReason>
    where TReason : struct, Enum
{
    private readonly T? value;
    private readonly TReason? refused;

    private Outcome(T? value, TReason? refused) => (this.value, this.refused) = (value, refused);

    public TReason? Refused => refused;

    public bool Done => refused is null;

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value =>
        refused is null ? value! : throw new InvalidOperationException($"Refused: {refused}.");

    public static implicit operator Outcome<T, TReason>(T value) => new(value, null);

    public static implicit operator Outcome<T, TReason>(TReason reason) => new(default, reason);
}
