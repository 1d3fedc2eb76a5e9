namespace Karvan.Trade.Tests.Demo;

/// <summary>The two check digits, written anew from their published rule, not from the generator.</summary>
internal static class IdCheck
{
    public static bool Holds(string id) =>
        id.All(char.IsAsciiDigit)
        && id.Distinct().Count() > 1
        && id.Length switch
        {
            11 => Legal(id),
            10 => National(id),
            _ => false,
        };

    private static bool Legal(string id)
    {
        var digits = id.Select(letter => letter - '0').ToArray();
        int[] weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];
        var sum = weights.Zip(digits, (weight, digit) => weight * (digit + digits[9] + 2)).Sum();
        return sum % 11 % 10 == digits[10];
    }

    private static bool National(string id)
    {
        var sum = Enumerable.Range(0, 9).Sum(place => (id[place] - '0') * (10 - place));
        var check = id[9] - '0';
        return sum % 11 < 2 ? check == sum % 11 : check == 11 - sum % 11;
    }
}
