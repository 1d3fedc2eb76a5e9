using System.Globalization;

namespace Karvan.Trade.Demo;

/// <summary>An invented firm as a registry knows it; the same that <see cref="DemoFolder"/> writes customs lines for.</summary>
/// <param name="Id">Legal id or national code with a valid check digit.</param>
/// <param name="Province">Two-digit code.</param>
/// <param name="HsCodes">Six digits each, what it exports most first.</param>
/// <param name="Tier">1 small, 2 middling, 3 large.</param>
public sealed record DemoFirm(
    string Id,
    string Name,
    string Province,
    IReadOnlyList<string> HsCodes,
    int Tier
);

/// <summary>Draws the firms of the demo without their customs lines.</summary>
public static class DemoFirms
{
    /// <param name="count">1 to 5,000,000.</param>
    /// <param name="years">As those of the customs lines: the same seed and years give the same firms.</param>
    public static IReadOnlyList<DemoFirm> Draw(int count, ulong seed, IReadOnlyList<int> years)
    {
        var options = new DemoOptions(count, 1, seed, years, [], []);
        DemoLimits.Check(options);
        var tables = DemoTables.Load([]);
        var roster = FirmRoster.Draw(options, tables);
        var names = new FirmNames(options, roster, tables);
        var firms = new DemoFirm[count];
        for (var index = 0; index < count; index++)
        {
            var firm = roster.Firms[index];
            firms[index] = new DemoFirm(
                firm.Id.ToString($"D{firm.IdDigits}", CultureInfo.InvariantCulture),
                names.Of(index),
                tables.Provinces[firm.Province].Code,
                Codes(roster, firm, tables),
                tables.Sizes[firm.Size].Tier
            );
        }
        return firms;
    }

    private static List<string> Codes(FirmRoster roster, Firm firm, DemoTables tables)
    {
        var codes = new List<string>();
        foreach (var good in roster.GoodsOf(firm))
        {
            var code = tables.Goods[good].Hs8.ToString("D8", CultureInfo.InvariantCulture)[..6];
            if (!codes.Contains(code, StringComparer.Ordinal))
            {
                codes.Add(code);
            }
        }
        return codes;
    }
}
