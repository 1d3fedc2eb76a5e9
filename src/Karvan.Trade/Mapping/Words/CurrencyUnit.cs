using System.Text;

namespace Karvan.Trade.Mapping.Words;

/// <summary>A unit in which a file tells values.</summary>
/// <param name="Code">Three capital letters, ISO 4217.</param>
/// <param name="Times">How many of the currency one unit is: a toman is ten rials.</param>
internal sealed record CurrencyUnit(string Code, int Times)
{
    public const string UsdCode = "USD";
    private const string Toman = "toman";
    private const string RialCode = "IRR";
    private const int RialsOfToman = 10;

    /// <summary>The code as it is kept with a line.</summary>
    public byte[] Letters { get; } = Encoding.ASCII.GetBytes(Code);

    public bool IsUsd => Code == UsdCode;

    public static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>Whether a profile may say it for a currency.</summary>
    public static bool IsMeaning(string meaning) => meaning == Toman || IsCode(meaning);

    public static CurrencyUnit OfMeaning(string meaning) =>
        meaning == Toman ? new(RialCode, RialsOfToman) : new(meaning, 1);
}

/// <summary>Words for currencies: the known ones, those of a profile, which go first, and codes of three letters.</summary>
internal sealed class CurrencyWords
{
    private readonly Dictionary<string, CurrencyUnit> units = new(StringComparer.Ordinal);

    public CurrencyWords(IReadOnlyList<WordMeaning> more)
    {
        var known = WordTable.Fields.Where(w => CurrencyUnit.IsMeaning(w.Meaning));
        foreach (var word in known.Concat(more))
        {
            units[ComparedWord.Of(word.Word)] = CurrencyUnit.OfMeaning(word.Meaning);
        }
    }

    public CurrencyUnit? Of(string text)
    {
        var word = ComparedWord.Of(text);
        if (units.TryGetValue(word, out var unit))
        {
            return unit;
        }
        var code = word.ToUpperInvariant();
        return CurrencyUnit.IsCode(code) ? new(code, 1) : null;
    }
}
