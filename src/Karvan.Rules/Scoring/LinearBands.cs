using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>Straight lines between the beginnings of bands; below the first its stated points, from the last on its points.</summary>
internal sealed class LinearBands(BandsRule rule, long scale, Rounding rounding)
{
    private const int Fine = 100;

    private readonly Int128[] from = [.. rule.Bands.Select(b => (Int128)(b.From * Fine))];

    /// <summary>Points in hundredths of the value sum ÷ (scale × weight).</summary>
    public int Points(Int128 sum, Int128 weight)
    {
        // value = sum ÷ unit, thresholds in hundredths: everything is brought to the denominator unit × 100.
        var unit = scale * weight;
        var value = sum * Fine;
        if (value < from[0] * unit)
        {
            return rule.Below.Hundredths;
        }
        for (var i = 1; i < from.Length; i++)
        {
            if (value < from[i] * unit)
            {
                var low = rule.Bands[i - 1].Points.Hundredths;
                var rise = rule.Bands[i].Points.Hundredths - low;
                var along = (value - from[i - 1] * unit) * rise;
                return (int)
                    Quotient.Round(
                        along + low * ((from[i] - from[i - 1]) * unit),
                        (from[i] - from[i - 1]) * unit,
                        rounding
                    );
            }
        }
        return rule.Bands[^1].Points.Hundredths;
    }
}
