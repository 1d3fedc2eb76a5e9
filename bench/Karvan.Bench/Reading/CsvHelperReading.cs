using CsvHelper;
using Karvan.Rules.Rulebooks;

namespace Karvan.Bench.Reading;

/// <summary>
/// A good CSV library, fields by index, and the same sums in a dictionary: one thread, no validation, no duplicates.
/// </summary>
internal static class CsvHelperReading
{
    /// <summary>Strings that come again are not made again, which suits ids and countries.</summary>
    private static readonly CsvReaderOptions Options = new() { PoolStrings = true };

    public static string Run(IReadOnlyList<string> files, Rulebook book)
    {
        var years = book.Years;
        var classes = Classes.Of(book);
        var firms = new Dictionary<string, Firm>(StringComparer.Ordinal);
        foreach (var path in files)
        {
            using var csv = CsvReader.FromFile(path, Options);
            while (csv.Read())
            {
                var id = csv.GetString(LineText.Exporter);
                if (!firms.TryGetValue(id, out var firm))
                {
                    firms.Add(id, firm = new Firm(years.Count, classes.Count));
                }
                var year = years.IndexOf(LineText.SolarYear(csv.GetString(LineText.Date)));
                var cents = LineText.Cents(csv.Parse<decimal>(LineText.Value));
                if (string.Equals(csv.GetString(LineText.Flow), "import", StringComparison.Ordinal))
                {
                    firm.Imports[year] += cents;
                    continue;
                }
                firm.Exports[year] += cents;
                firm.Grams[year] += LineText.Grams(csv.Parse<decimal>(LineText.Weight));
                if (cents > 0)
                {
                    var country = csv.GetString(LineText.Country);
                    firm.YearsOfCountry[country] = (byte)(
                        firm.YearsOfCountry.GetValueOrDefault(country) | 1 << year
                    );
                }
                if (year == years.Count - 1)
                {
                    var code = LineText.Good(csv.GetString(LineText.Code));
                    firm.ByClass[classes.ClassOf(code)] += cents;
                }
            }
        }
        return Check(firms.Values, years);
    }

    private static string Check(ICollection<Firm> firms, DataYears years)
    {
        var sums = new Sums { Firms = firms.Count };
        foreach (var firm in firms)
        {
            sums.ExportCents += firm.Exports.Sum();
            sums.ImportCents += firm.Imports.Sum();
            sums.ExportGrams += firm.Grams.Sum();
            sums.CountryYears += firm.YearsOfCountry.Values.Sum(b => (long)int.PopCount(b));
            for (var c = 0; c < firm.ByClass.Length; c++)
            {
                sums.ByClass += (Int128)firm.ByClass[c] * c;
            }
        }
        return $"{sums} in {years.Last}";
    }

    private sealed class Firm(int years, int classes)
    {
        public long[] Exports { get; } = new long[years];
        public long[] Grams { get; } = new long[years];
        public long[] Imports { get; } = new long[years];
        public long[] ByClass { get; } = new long[classes];
        public Dictionary<string, byte> YearsOfCountry { get; } = new(StringComparer.Ordinal);
    }
}
