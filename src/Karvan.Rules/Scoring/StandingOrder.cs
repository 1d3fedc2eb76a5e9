namespace Karvan.Rules.Scoring;

/// <summary>Pool, removed or not, and total in one number: smaller comes first.</summary>
internal static class StandingKey
{
    private const int TotalBits = 31;
    private const int PoolShift = TotalBits + 1;

    public static ulong Of(int pool, bool removed, int total) =>
        // The removed are listed by id, so their totals do not count.
        ((ulong)pool << PoolShift) | (removed ? 1UL << TotalBits : (ulong)(int.MaxValue - total));

    public static bool SamePool(ulong a, ulong b) => a >> PoolShift == b >> PoolShift;
}

/// <summary>A stable sort of firms by key, digit by digit from the lowest: linear in the number of firms.</summary>
internal static class StandingOrder
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    public static int[] Sort(ulong[] keys)
    {
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        if (keys.Length < 2)
        {
            return order;
        }
        ulong same = ulong.MaxValue,
            any = 0;
        foreach (var key in keys)
        {
            same &= key;
            any |= key;
        }
        var varying = any ^ same;
        var next = new int[keys.Length];
        Span<int> start = stackalloc int[Digits];
        for (var shift = 0; shift < 64; shift += DigitBits)
        {
            if ((varying >> shift & (Digits - 1)) == 0)
            {
                continue;
            }
            start.Clear();
            foreach (var key in keys)
            {
                start[(int)(key >> shift) & (Digits - 1)]++;
            }
            var sum = 0;
            for (var d = 0; d < Digits; d++)
            {
                (start[d], sum) = (sum, sum + start[d]);
            }
            foreach (var firm in order)
            {
                next[start[(int)(keys[firm] >> shift) & (Digits - 1)]++] = firm;
            }
            (order, next) = (next, order);
        }
        return order;
    }
}
