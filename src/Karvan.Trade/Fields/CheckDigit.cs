namespace Karvan.Trade.Fields;

/// <summary>Check digits of the two Iranian ids.</summary>
public static class CheckDigit
{
    public const int NationalCodeLength = 10;
    public const int LegalIdLength = 11;

    private static ReadOnlySpan<byte> LegalWeights => [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];

    /// <param name="id">Latin digits.</param>
    /// <returns>Whether it is a national code or a legal id whose check digit holds.</returns>
    public static bool Holds(ReadOnlySpan<char> id) =>
        id.Length switch
        {
            NationalCodeLength => HoldsForNationalCode(id),
            LegalIdLength => HoldsForLegalId(id),
            _ => false,
        };

    /// <summary>Σ digit × (10, 9, …, 2) mod 11 is r: the last digit is r when r &lt; 2, else 11 − r. Equal digits are nobody's code.</summary>
    private static bool HoldsForNationalCode(ReadOnlySpan<char> id)
    {
        if (!AllDigits(id) || AllEqual(id))
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < NationalCodeLength - 1; i++)
        {
            sum += (id[i] - '0') * (NationalCodeLength - i);
        }
        var rest = sum % 11;
        return id[^1] - '0' == (rest < 2 ? rest : 11 - rest);
    }

    /// <summary>The tenth digit plus 2 is added to each of the first ten; Σ × weights mod 11, and 10 counts as 0, is the last digit.</summary>
    private static bool HoldsForLegalId(ReadOnlySpan<char> id)
    {
        if (!AllDigits(id) || AllEqual(id))
        {
            return false;
        }
        var shift = id[9] - '0' + 2;
        var sum = 0;
        for (var i = 0; i < LegalIdLength - 1; i++)
        {
            sum += (id[i] - '0' + shift) * LegalWeights[i];
        }
        return id[^1] - '0' == sum % 11 % 10;
    }

    private static bool AllDigits(ReadOnlySpan<char> id) => !id.ContainsAnyExceptInRange('0', '9');

    private static bool AllEqual(ReadOnlySpan<char> id) => !id.ContainsAnyExcept(id[0]);
}
