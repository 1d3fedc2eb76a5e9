namespace Karvan.Trade.Demo;

/// <summary>
/// Declaration numbers: each customs office counts upwards through blocks of its own, so that no number comes twice over
/// all years. Eight digits, and nine once those are used up.
/// </summary>
internal sealed class CottageNumbers(int offices)
{
    private const ulong BlockSize = 1000;
    private const ulong EightDigitBlocks = 90_000;
    private const ulong FirstBlock = 10_000;
    private const ulong NineDigitFirstBlock = 100_000;

    // A prime: walks through all eight-digit blocks before it comes back to the first.
    private const ulong Step = 7919;

    private readonly ulong[] next = new ulong[offices];
    private ulong blocks;

    public ulong Take(int office)
    {
        if (next[office] % BlockSize == 0)
            next[office] = NewBlock() * BlockSize;
        return next[office]++;
    }

    private ulong NewBlock()
    {
        var block = blocks++;
        return block < EightDigitBlocks
            ? FirstBlock + (block * Step + 31_415) % EightDigitBlocks
            : NineDigitFirstBlock + block - EightDigitBlocks;
    }
}
