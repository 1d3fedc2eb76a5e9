namespace Karvan.Trade.Demo;

/// <summary>Draws what a firm exports: goods that firms of its size deal in, all of one product group.</summary>
internal sealed class GoodsChoice
{
    /// <summary>A firm sells at least this fraction of what the largest firm of its good sells: nobody ships a barrel of methanol.</summary>
    private const long SmallestFraction = 3000;

    // How many goods, per mille: most firms have one or two.
    private static readonly WeightedPick Counts = new([430, 260, 140, 90, 50, 30]);

    private readonly DemoGood[] goods;
    private readonly WeightedPick[] mainBySize;
    private readonly Dictionary<(int Size, int Group), WeightedPick> furtherBySize = [];

    public GoodsChoice(DemoTables tables)
    {
        goods = tables.Goods;
        mainBySize =
        [
            .. tables.Sizes.Select(size => new WeightedPick(
                goods.Select(good => Suits(good, size) ? good.FirmWeight : 0)
            )),
        ];
        for (var size = 0; size < tables.Sizes.Length; size++)
        {
            foreach (var group in goods.Select(good => good.Group).Distinct())
            {
                var weights = goods
                    .Select(good =>
                        good.Group == group && SuitsBeside(good, tables.Sizes[size])
                            ? good.FirmWeight
                            : 0
                    )
                    .ToArray();
                if (weights.Sum() > 0)
                    furtherBySize[(size, group)] = new WeightedPick(weights);
            }
        }
    }

    /// <summary>Appends 1 to 6 different goods; the main one first.</summary>
    public void Draw(ref DemoRandom random, int size, List<short> drawn)
    {
        var from = drawn.Count;
        var main = mainBySize[size].Draw(ref random);
        drawn.Add((short)main);
        var wanted = Counts.Draw(ref random) + 1;
        if (!furtherBySize.TryGetValue((size, goods[main].Group), out var further))
            return;
        for (var attempt = 0; attempt < wanted * 3 && drawn.Count - from < wanted; attempt++)
        {
            var good = (short)further.Draw(ref random);
            if (drawn.IndexOf(good, from) < 0)
                drawn.Add(good);
        }
    }

    private static bool Suits(DemoGood good, FirmSize size) =>
        good.LargestFirmUsd >= size.ToUsd && good.LargestFirmUsd / SmallestFraction <= size.ToUsd;

    private static bool SuitsBeside(DemoGood good, FirmSize size) =>
        good.LargestFirmUsd >= size.FromUsd / 4
        && good.LargestFirmUsd / SmallestFraction <= size.ToUsd;
}
