using System.Runtime.InteropServices;

namespace Karvan.Trade.Demo;

/// <summary>One demo firm. Its goods, markets and yearly values stand in the columns of <see cref="FirmRoster"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Firm
{
    public ulong Id;

    /// <summary>11 for a legal id, 10 for a national code.</summary>
    public byte IdDigits;

    /// <summary>Index into the table of provinces.</summary>
    public byte Province;

    /// <summary>Index into the table of sizes.</summary>
    public byte Size;

    /// <summary>Where in each good's price range this firm sells, per mille.</summary>
    public ushort PricePerMille;

    public int GoodsAt;
    public byte GoodsCount;
    public int MarketsAt;
    public byte MarketsCount;

    /// <summary>Index into the table of imported goods; -1: imports nothing.</summary>
    public short ImportGood;

    public readonly bool IsPerson => IdDigits == 10;
}

/// <summary>A destination of one firm.</summary>
/// <param name="Country">Two letters in one number.</param>
/// <param name="Years">One bit a year, the oldest lowest: exports there in that year.</param>
/// <param name="Weight">Share of the firm's lines, against its other markets. 1 and above.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FirmMarket(ushort Country, byte Years, byte Weight);
