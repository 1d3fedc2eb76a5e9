namespace Karvan.Trade.Demo;

/// <summary>
/// Legal ids and national codes with valid check digits. Each is unique by its serial part, a permutation of the firm's
/// index. Ids whose remainder is 10 are left out: writers of the rule disagree on their check digit.
/// </summary>
internal sealed class IranianIds
{
    private const ulong LegalSerials = 10_000_000;
    private const ulong NationalSerials = 1_000_000;

    // Primes, so that the steps share no factor with a power of ten.
    private const ulong LegalStep = 7_368_787;
    private const ulong NationalStep = 611_953;

    private static readonly int[] LegalWeights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];

    // The register of companies began with 101 to 108, and went on with 140.
    private static readonly ulong[] LegalPrefixes =
    [
        140,
        101,
        140,
        103,
        102,
        140,
        108,
        104,
        140,
        105,
        106,
        107,
    ];

    private readonly ulong start;

    public IranianIds(ulong seed)
    {
        var random = DemoRandom.For(seed, DemoStage.Ids, 0);
        start = random.Next() % LegalSerials;
    }

    /// <summary>Eleven digits. Different for every index below ten million.</summary>
    public ulong Legal(int index)
    {
        var serial = (start + (ulong)index * LegalStep) % LegalSerials;
        for (var attempt = 0; ; attempt++)
        {
            var prefix = LegalPrefixes[
                (int)((serial / 7 + (ulong)attempt) % (ulong)LegalPrefixes.Length)
            ];
            var body = prefix * LegalSerials + serial;
            if (LegalRemainder(body) is var remainder and < 10)
                return body * 10 + (ulong)remainder;
        }
    }

    /// <summary>Ten digits, perhaps with leading zeros. Different for every index below a million.</summary>
    public ulong National(int index)
    {
        var serial = (start + (ulong)index * NationalStep) % NationalSerials;
        var place = 1 + (serial * 31 + start) % 548;
        var body = place * NationalSerials + serial;
        // Ten equal digits pass the sum and are void all the same.
        if (body % 111_111_111 == 0)
            body += NationalSerials;
        var remainder = NationalSum(body) % 11;
        return body * 10 + (ulong)(remainder < 2 ? remainder : 11 - remainder);
    }

    private static int LegalRemainder(ulong body)
    {
        var added = (int)(body % 10) + 2;
        var sum = 0;
        for (var place = 9; place >= 0; place--, body /= 10)
            sum += ((int)(body % 10) + added) * LegalWeights[place];
        return sum % 11;
    }

    private static int NationalSum(ulong body)
    {
        var sum = 0;
        for (var weight = 2; weight <= 10; weight++, body /= 10)
            sum += (int)(body % 10) * weight;
        return sum;
    }
}
