namespace Karvan.Trade.Fields;

/// <summary>A field in the forms its readers need.</summary>
/// <param name="Digits">With Latin digits, untrimmed; null when the bytes are not UTF-8.</param>
/// <param name="Compared">What it is compared by; empty when the bytes are not UTF-8.</param>
/// <param name="Shown">As it was written, for people.</param>
internal sealed record FieldText(string? Digits, string Compared, string Shown)
{
    public static FieldText Of(ReadOnlySpan<byte> bytes)
    {
        var digits = FoldedText.Digits(bytes);
        var shown = Files.Rejection.Shown(bytes);
        return new FieldText(
            digits,
            digits is null ? "" : FoldedText.Compared(digits),
            digits is not null && string.Equals(digits, shown, StringComparison.Ordinal)
                ? digits
                : shown
        );
    }
}

/// <summary>Remembers fields that come again and again (criteria, statuses, countries, items), so that each is read once.</summary>
internal sealed class FieldTexts
{
    private const int Slots = 1 << 14;
    private const int MostHeld = Slots / 2;
    private const int LongestHeld = 64;

    private readonly (byte[]? Bytes, FieldText? Text)[] slots = new (byte[]?, FieldText?)[Slots];
    private int held;

    public FieldText Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestHeld)
        {
            return FieldText.Of(bytes);
        }
        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619;
        }
        var at = (int)(hash ^ (hash >> 15)) & (Slots - 1);
        while (slots[at].Bytes is { } known)
        {
            if (bytes.SequenceEqual(known))
            {
                return slots[at].Text!;
            }
            at = (at + 1) & (Slots - 1);
        }
        var text = FieldText.Of(bytes);
        if (held < MostHeld)
        {
            slots[at] = (bytes.ToArray(), text);
            held++;
        }
        return text;
    }
}
