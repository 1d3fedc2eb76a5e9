using Karvan.Trade.Fields;

namespace Karvan.Trade.Mapping.Profiles;

/// <summary>Which way round a rate is told.</summary>
public enum RateMeaning
{
    /// <summary>Units of the currency for one USD.</summary>
    PerUsd,

    /// <summary>USD for one unit of the currency.</summary>
    UsdPer,
}

/// <summary>A rate that holds from a day on, until the next one.</summary>
/// <param name="Scaled">The rate times 10^<paramref name="Decimals"/>; above 0.</param>
/// <param name="Decimals">0 to <see cref="MostDecimals"/>.</param>
/// <param name="Source">Who says so, for people.</param>
public sealed record DatedRate(
    DateOnly From,
    long Scaled,
    int Decimals,
    RateMeaning Meaning,
    string Source = ""
)
{
    public const int MostDecimals = 8;
    private const long Largest = 10_000_000_000;

    /// <returns>Null where the text is no number above 0 with a point and at most <see cref="MostDecimals"/> decimals.</returns>
    public static DatedRate? Of(DateOnly from, string rate, RateMeaning meaning, string source)
    {
        var point = rate.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : rate.Length - 1 - point;
        return
            decimals <= MostDecimals
            && NumberField.Read(rate, decimals, Largest, out var scaled) is Fault.None
            && scaled > 0
            ? new(from, scaled, decimals, meaning, source)
            : null;
    }

    /// <summary>The rate as plain decimal text, without zeros at its end.</summary>
    public string Text
    {
        get
        {
            var digits = Scaled.ToString().PadLeft(Decimals + 1, '0');
            var text = Decimals == 0 ? digits : digits[..^Decimals] + "." + digits[^Decimals..];
            return Decimals == 0 ? text : text.TrimEnd('0').TrimEnd('.');
        }
    }

    /// <summary>What an amount in hundredths of the currency is in USD cents, rounded half away from zero.</summary>
    /// <param name="hundredths">0 or more.</param>
    public Int128 Cents(long hundredths)
    {
        Int128 scale = 1;
        for (var i = 0; i < Decimals; i++)
        {
            scale *= 10;
        }
        var (above, below) =
            Meaning is RateMeaning.PerUsd
                ? (hundredths * scale, (Int128)Scaled)
                : ((Int128)hundredths * Scaled, scale);
        return (above * 2 + below) / (below * 2);
    }
}

/// <summary>The rates of one currency.</summary>
/// <param name="Currency">Three capital letters, ISO 4217.</param>
public sealed record CurrencyRates(string Currency, IReadOnlyList<DatedRate> Rates)
{
    /// <summary>The latest rate from that day or before it; null where there is none.</summary>
    /// <param name="day">A <see cref="DateOnly.DayNumber"/>.</param>
    public DatedRate? On(int day)
    {
        DatedRate? found = null;
        foreach (var rate in Rates)
        {
            if (rate.From.DayNumber <= day && (found is null || rate.From > found.From))
            {
                found = rate;
            }
        }
        return found;
    }
}
