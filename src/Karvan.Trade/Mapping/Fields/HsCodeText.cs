using Karvan.Trade.Fields;
using Karvan.Trade.Mapping.Words;

namespace Karvan.Trade.Mapping.Fields;

/// <summary>HS codes with or without dots, dashes and blanks between their digits.</summary>
internal static class HsCodeText
{
    private const int Shortest = 6;
    private const int Longest = 12;

    /// <param name="text">Latin digits, trimmed.</param>
    /// <param name="giveBackZero">Whether an odd number of digits gets a zero in front.</param>
    /// <param name="code">6, 8, 10 or 12 digits.</param>
    public static Fault Read(ReadOnlySpan<char> text, bool giveBackZero, out byte[] code)
    {
        code = [];
        Span<byte> digits = stackalloc byte[Longest + 1];
        var count = 1;
        digits[0] = (byte)'0';
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count > Longest)
                {
                    return Fault.BadHsCode;
                }
                digits[count++] = (byte)c;
            }
            else if (c is not ('.' or '-') && !ComparedWord.IsBlank(c))
            {
                return Fault.BadHsCode;
            }
        }
        var read = count - 1;
        var lost = giveBackZero && read is (5 or 7 or 9 or 11);
        var kept = lost ? digits[..count] : digits[1..count];
        // An odd number of digits has lost a zero: the rest names another chapter.
        if (kept.Length is < Shortest or > Longest || kept.Length % 2 != 0)
        {
            return Fault.BadHsCode;
        }
        code = kept.ToArray();
        return Fault.None;
    }
}
