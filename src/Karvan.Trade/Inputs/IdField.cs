using Karvan.Rules.Facts;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Inputs;

/// <summary>Exporter ids in the small files.</summary>
internal static class IdField
{
    /// <param name="text">Latin digits, or null when the bytes were no text.</param>
    public static Fault Read(string? text, out string id)
    {
        id = text?.Trim() ?? "";
        return text is null ? Fault.BadEncoding
            : id.Length == 0 ? Fault.Blank
            : id.Length is not (CheckDigit.NationalCodeLength or CheckDigit.LegalIdLength)
            || id.AsSpan().ContainsAnyExceptInRange('0', '9')
                ? Fault.BadId
            : Fault.None;
    }

    /// <summary>The row of an id in the roster.</summary>
    public static Fault Find(string? text, Roster roster, out int firm)
    {
        firm = -1;
        var fault = Read(text, out var id);
        if (fault is not Fault.None)
        {
            return fault;
        }
        firm = roster.RowOf(id);
        return firm < 0 ? Fault.UnknownExporter : Fault.None;
    }
}
