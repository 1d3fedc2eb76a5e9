using Karvan.Trade.Fields;

namespace Karvan.Trade.Mapping.Fields;

/// <summary>National codes and legal ids, with zeros in front given back where a profile says so.</summary>
internal static class ExporterText
{
    private const int LeastLeft = 7;

    /// <param name="text">Latin digits, trimmed.</param>
    /// <param name="into">Room for 11; gets the id.</param>
    public static Fault Read(
        ReadOnlySpan<char> text,
        bool giveBackZeros,
        Span<char> into,
        out int length
    )
    {
        length = text.Length;
        if (text.IsEmpty)
        {
            return Fault.Blank;
        }
        if (text.Length > CheckDigit.LegalIdLength || text.ContainsAnyExceptInRange('0', '9'))
        {
            return Fault.BadId;
        }
        text.CopyTo(into);
        if (
            text.Length == CheckDigit.LegalIdLength
            || (text.Length == CheckDigit.NationalCodeLength && !giveBackZeros)
        )
        {
            return Fault.None;
        }
        if (!giveBackZeros || text.Length < LeastLeft)
        {
            return Fault.BadId;
        }
        Span<char> legal = stackalloc char[CheckDigit.LegalIdLength];
        legal.Fill('0');
        text.CopyTo(legal[^text.Length..]);
        var isLegal = CheckDigit.Holds(legal);
        var isNational = CheckDigit.Holds(legal[1..]);
        if (text.Length == CheckDigit.NationalCodeLength && (isNational || !isLegal))
        {
            // Ten digits are a national code as they stand; only where they are none can a zero be missing.
            return Fault.None;
        }
        if (isLegal == isNational)
        {
            return Fault.BadId;
        }
        var id = isLegal ? legal : legal[1..];
        id.CopyTo(into);
        length = id.Length;
        return Fault.None;
    }
}
