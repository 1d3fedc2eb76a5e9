using System.Text;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Files;

/// <summary>A rejected row: where it stands, why, and what was found.</summary>
/// <param name="File">Place among the files of the run.</param>
/// <param name="Line">Physical line, the header being 1; the row number in a workbook.</param>
/// <param name="Column">Name of the column, or empty when the row as a whole is at fault.</param>
/// <param name="Value">What stood there, shortened.</param>
public sealed record Rejection(int File, long Line, Fault Fault, string Column, string Value)
{
    private const int Longest = 120;

    /// <summary>A field as people may read it: bytes that are no text become �, and long ones are cut.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes)
    {
        var cut = bytes[..Math.Min(bytes.Length, Longest * 4)];
        return Shown(Encoding.UTF8.GetString(cut));
    }

    public static string Shown(string text) => text.Length > Longest ? text[..Longest] + "…" : text;
}
