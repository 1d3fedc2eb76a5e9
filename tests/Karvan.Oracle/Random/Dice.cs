namespace Karvan.Oracle;

/// <summary>SplitMix64: the same numbers from the same seed on every machine and runtime.</summary>
public sealed class Dice(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0xD1B54A32D192ED03UL);

    /// <summary>From low to high, both included.</summary>
    public long Big(long low, long high) => low + (long)(Next() % (ulong)(high - low + 1));

    public int Whole(int low, int high) => (int)Big(low, high);

    public bool Chance(int perCent) => Whole(1, 100) <= perCent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Whole(0, choices.Count - 1)];

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Whole(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    /// <summary>So many of the items, each at most once.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int count) => Shuffled(items).Take(count).ToList();

    /// <summary>Cuts an amount into parts, none below zero.</summary>
    public List<long> Split(long amount, int parts)
    {
        var cuts = Enumerable
            .Range(0, parts - 1)
            .Select(_ => Big(0, amount))
            .Order()
            .Append(amount)
            .ToList();
        return cuts.Select((cut, i) => i == 0 ? cut : cut - cuts[i - 1]).ToList();
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
