using System.Runtime.InteropServices;

namespace Karvan.Rules.Facts;

/// <summary>
/// By firm, the product (six digits) with the highest value per weight in some years: its value, weight and code. A product
/// without weight has no such quotient; where none of a firm's has one, its value stands without weight, which is no data.
/// </summary>
/// <param name="Cents">USD cents; 0 without exports.</param>
/// <param name="Grams">Net grams; 0 where there is no quotient.</param>
/// <param name="Hs6">The code; −1 where there is no quotient.</param>
public sealed record BestProducts(long[] Cents, long[] Grams, int[] Hs6)
{
    public static BestProducts Of(int firms) =>
        new(new long[firms], new long[firms], new int[firms]);
}

/// <summary>Adds up a firm's exports by product and finds the best one.</summary>
public sealed class ProductSums
{
    private readonly Dictionary<int, (Int128 Cents, Int128 Grams)> byCode = [];

    /// <param name="cents">Negative to take a line out again.</param>
    public void Add(int hs6, long cents, long grams)
    {
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(byCode, hs6, out _);
        sums = (sums.Cents + cents, sums.Grams + grams);
    }

    /// <summary>Writes the best product of a firm; of two equal quotients the lower code, so that no order matters.</summary>
    /// <exception cref="OverflowException">A sum passes what 64 bits hold.</exception>
    public void Finish(int firm, BestProducts into)
    {
        var (best, value) = (-1, Int128.Zero);
        foreach (var (code, (cents, grams)) in byCode)
        {
            value += cents;
            if (grams > 0 && (best < 0 || Beats(code, best)))
            {
                best = code;
            }
        }
        into.Hs6[firm] = best;
        into.Cents[firm] = checked((long)(best < 0 ? value : byCode[best].Cents));
        into.Grams[firm] = best < 0 ? 0 : checked((long)byCode[best].Grams);
        byCode.Clear();
    }

    private bool Beats(int code, int best)
    {
        var (a, b) = (byCode[code], byCode[best]);
        // Products of 64-bit sums fit 128 bits.
        var order = (a.Cents * b.Grams).CompareTo(b.Cents * a.Grams);
        return order > 0 || (order == 0 && code < best);
    }
}
