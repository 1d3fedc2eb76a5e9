using System.Globalization;

namespace Karvan.Bench.Reading;

/// <summary>
/// What every reader must arrive at, over all firms: readers that say the same have added up the same lines.
/// </summary>
internal sealed class Sums
{
    public long Firms { get; set; }

    public long ExportCents { get; set; }

    public long ImportCents { get; set; }

    public long ExportGrams { get; set; }

    /// <summary>Pairs of firm and country with exports of a positive value, one for each year.</summary>
    public long CountryYears { get; set; }

    /// <summary>The last year's exports by class of goods, each × the place of its class.</summary>
    public Int128 ByClass { get; set; }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Firms} firms, exports {ExportCents}, imports {ImportCents}, grams {ExportGrams}, country-years {CountryYears}, classes {ByClass}"
        );
}
