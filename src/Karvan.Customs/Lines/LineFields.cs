using Karvan.Rules.Reference;
using Karvan.Trade.Fields;

namespace Karvan.Customs.Lines;

/// <summary>What a file's line would be rejected for, whoever else says it is refused for too.</summary>
public static class LineFields
{
    private const string Home = "IR";

    public static bool HasCome(DateOnly day, DateOnly today) => day <= today;

    public static bool IsHsCode(string code) =>
        code.Length is 6 or 8 or 10 or 12 && code.All(char.IsAsciiDigit);

    /// <summary>Goods leave for another country; they may come back from where they were made.</summary>
    public static bool IsCountry(string country, bool import) =>
        ReferenceTable.Countries.Contains(country) && (import || country != Home);

    public static bool IsValue(long cents) => cents is >= 0 and <= NumberField.LargestAmount * 100;

    public static bool IsWeight(long grams) =>
        grams is >= 0 and <= NumberField.LargestAmount * 1000;
}
