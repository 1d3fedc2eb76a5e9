using System.Globalization;

namespace Karvan.Rules.Text;

/// <summary>Numbers as rulebooks write them: digits, <c>_</c> between groups, an optional fraction; no sign, no exponent.</summary>
public static class PlainNumber
{
    /// <summary>More digits than this could not be held exactly.</summary>
    private const int MostDigits = 27;

    public static bool TryParse(string text, out decimal value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = 0;
        var digits = 0;
        var pointAt = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var inside = i > 0 && i < text.Length - 1;
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c == '.' && pointAt < 0 && inside && char.IsAsciiDigit(text[i - 1]))
            {
                pointAt = i;
            }
            else if (
                c != '_'
                || pointAt >= 0
                || !inside
                || !char.IsAsciiDigit(text[i - 1])
                || !char.IsAsciiDigit(text[i + 1])
            )
            {
                return false;
            }
        }
        return digits is > 0 and <= MostDigits
            && decimal.TryParse(
                text.Replace("_", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value
            );
    }

    /// <summary><c>1.50</c> becomes <c>1.5</c>, <c>100_000</c> becomes <c>100000</c>.</summary>
    public static string Shortest(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);
}
