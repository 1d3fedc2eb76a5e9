namespace Karvan.Bench.Scoring;

/// <summary>SplitMix64: the same numbers from the same seed on every machine.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 ≤ n &lt; <paramref name="end"/>.</summary>
    public int Below(int end) => (int)Math.BigMul(Next(), (ulong)end, out _);

    public long Between(long from, long to) =>
        from + (long)Math.BigMul(Next(), (ulong)(to - from + 1), out _);

    public bool PerMille(int chance) => Below(1000) < chance;
}
