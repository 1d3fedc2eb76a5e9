using System.Text;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Inputs;

/// <summary>Exporter ids in the small files.</summary>
internal static class IdField
{
    public static Fault Read(ReadOnlySpan<byte> field, out string id)
    {
        if (Plain(field))
        {
            id = Encoding.ASCII.GetString(field);
            return Fault.None;
        }
        var text = FoldedText.Digits(field);
        id = text?.Trim() ?? "";
        return text is null ? Fault.BadEncoding
            : id.Length == 0 ? Fault.Blank
            : id.Length is not (CheckDigit.NationalCodeLength or CheckDigit.LegalIdLength)
            || id.AsSpan().ContainsAnyExceptInRange('0', '9')
                ? Fault.BadId
            : Fault.None;
    }

    /// <summary>The row of an id in the roster.</summary>
    public static Fault Find(ReadOnlySpan<byte> field, FirmIndex firms, out int firm)
    {
        if (Plain(field))
        {
            firm = firms.Find(field);
            return firm < 0 ? Fault.UnknownExporter : Fault.None;
        }
        firm = -1;
        var fault = Read(field, out var id);
        if (fault is not Fault.None)
        {
            return fault;
        }
        firm = firms.Find(Encoding.ASCII.GetBytes(id));
        return firm < 0 ? Fault.UnknownExporter : Fault.None;
    }

    private static bool Plain(ReadOnlySpan<byte> field) =>
        field.Length is CheckDigit.NationalCodeLength or CheckDigit.LegalIdLength
        && !field.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
