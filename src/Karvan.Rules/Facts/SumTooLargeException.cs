namespace Karvan.Rules.Facts;

/// <summary>Amounts of one exporter add up to more than 64 bits hold. No exporter has such amounts: their units are wrong.</summary>
public sealed class SumTooLargeException : OverflowException
{
    public SumTooLargeException() { }

    public SumTooLargeException(string message)
        : base(message) { }

    public SumTooLargeException(string message, Exception inner)
        : base(message, inner) { }

    /// <param name="what">Whose amounts they are, and which.</param>
    /// <param name="unit">cents or grams.</param>
    internal static SumTooLargeException Of(string what, string unit) =>
        new(
            $"{what} add up to more than {long.MaxValue} {unit}, expected sums that can be held exactly; check the units of the amounts"
        );
}
