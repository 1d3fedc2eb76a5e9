using Karvan.Rules.Facts;

namespace Karvan.Trade.AddingUp;

/// <summary>Sums by product of the firms of a partition, for rulebooks that ask for a firm's best product.</summary>
/// <param name="first">The partition's first firm.</param>
/// <param name="firms">How many it holds.</param>
internal sealed class PartitionProducts(FactPlan plan, int first, int firms)
{
    /// <summary>[key of the plan][firm of the partition]</summary>
    private readonly ProductSums[][] sums =
    [
        .. plan.BestProducts.Select(_ =>
            Enumerable.Range(0, firms).Select(_ => new ProductSums()).ToArray()
        ),
    ];

    public PartitionProducts Add(
        IEnumerable<ReadOnlyMemory<LineRecord>> plus,
        IReadOnlyList<LineRecord> minus
    )
    {
        foreach (var block in plus)
        {
            foreach (ref readonly var record in block.Span)
            {
                Add(record, 1);
            }
        }
        foreach (var record in minus)
        {
            Add(record, -1);
        }
        return this;
    }

    /// <exception cref="OverflowException">A sum passes what 64 bits hold.</exception>
    public void Finish(BestProducts[] into)
    {
        for (var k = 0; k < sums.Length; k++)
        {
            for (var firm = 0; firm < firms; firm++)
            {
                sums[k][firm].Finish(first + firm, into[k]);
            }
        }
    }

    private void Add(in LineRecord record, int sign)
    {
        if (record.Import)
        {
            return;
        }
        for (var k = 0; k < sums.Length; k++)
        {
            if (plan.BestProducts[k].Contains(record.Year))
            {
                sums[k]
                    [record.Firm - first]
                    .Add(record.Hs6, record.Cents * sign, record.Grams * sign);
            }
        }
    }
}
