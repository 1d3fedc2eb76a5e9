namespace Karvan.Trade.Demo;

/// <summary>Draws an index as often as its weight says. Weights are whole numbers from 0; their sum is positive and fits an int.</summary>
internal sealed class WeightedPick
{
    private readonly int[] sums;

    public WeightedPick(IEnumerable<int> weights)
    {
        var sum = 0;
        sums = [.. weights.Select(weight => sum = checked(sum + weight))];
        if (sum <= 0)
            throw new ArgumentException("At least one weight is positive.", nameof(weights));
    }

    public int Draw(ref DemoRandom random)
    {
        var wanted = random.Below(sums[^1]);
        int low = 0,
            high = sums.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (sums[middle] > wanted)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
