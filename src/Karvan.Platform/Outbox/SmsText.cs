namespace Karvan.Platform.Outbox;

/// <summary>
/// How long a short message is. In the alphabet of GSM 03.38 a part holds 160 signs, 153 where there are several; with one
/// sign beside it, as every Persian one, it holds 70 units of UTF-16, 67 where there are several. A half-space counts as a unit.
/// </summary>
public static class SmsText
{
    /// <summary>Whoever reads on an old telephone, and whoever pays for it, is served with no more.</summary>
    public const int MostParts = 3;

    private const int Latin = 160;
    private const int LatinPart = 153;
    private const int Wide = 70;
    private const int WidePart = 67;

    private const string Alphabet =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each of them takes two places.</summary>
    private const string Extension = "\f^{}\\[~]|€";

    /// <returns>0 for an empty text.</returns>
    public static int Parts(string text)
    {
        var narrow = text.All(c => Alphabet.Contains(c) || Extension.Contains(c));
        var units = narrow ? text.Sum(c => Extension.Contains(c) ? 2 : 1) : text.Length;
        var (one, several) = narrow ? (Latin, LatinPart) : (Wide, WidePart);
        return units == 0 ? 0
            : units <= one ? 1
            : (units + several - 1) / several;
    }

    /// <summary>A title with the address of its page, or without it where both are too long together.</summary>
    public static string Of(string title, string? link)
    {
        var whole = link is null ? title : $"{title}\n{link}";
        return Parts(whole) <= MostParts ? whole : title;
    }
}
