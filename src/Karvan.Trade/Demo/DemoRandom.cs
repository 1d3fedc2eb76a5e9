namespace Karvan.Trade.Demo;

/// <summary>
/// SplitMix64: integers only, so that a seed gives the same numbers on every machine and runtime.
/// A mutable struct: pass it by reference.
/// </summary>
internal struct DemoRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    private DemoRandom(ulong state) => this.state = state;

    /// <summary>A stream of its own for one thing (a firm, a file) in one stage: changing how much one stage draws moves no other.</summary>
    public static DemoRandom For(ulong seed, DemoStage stage, int index) =>
        new(Mix(Mix(seed + Golden) + Mix(((ulong)stage << 40) + (ulong)index + Golden)));

    public ulong Next()
    {
        state += Golden;
        return Mix(state);
    }

    /// <summary>From 0 to <paramref name="bound"/>, without the bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (uint)bound) >> 32);

    /// <summary>Both ends included.</summary>
    public long Between(long low, long high) =>
        low + (long)Math.BigMul(Next(), (ulong)(high - low + 1), out _);

    public bool PerMille(int chance) => Below(1000) < chance;

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>What a stream of random numbers is drawn for.</summary>
internal enum DemoStage
{
    Sizes = 1,
    Ids,
    Firm,
    Name,
    Plan,
    Lines,
    Evidence,
    Compliance,
    Exporters,
}
