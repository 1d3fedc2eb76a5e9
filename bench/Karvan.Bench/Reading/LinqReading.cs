using Karvan.Rules.Rulebooks;

namespace Karvan.Bench.Reading;

/// <summary>The same sums as one would first write them: lines, split at commas, grouped. One thread, no validation.</summary>
internal static class LinqReading
{
    public static string Run(IReadOnlyList<string> files, Rulebook book)
    {
        var classes = Classes.Of(book);
        var firms = files
            .SelectMany(f => File.ReadLines(f).Skip(1))
            .Select(Parse)
            .GroupBy(l => l.Exporter, StringComparer.Ordinal)
            .Select(g =>
            {
                var exports = g.Where(l => l.Export).ToList();
                return new
                {
                    Exporter = g.Key,
                    Years = g.GroupBy(l => (l.Export, l.Year))
                        .Select(y => new
                        {
                            y.Key.Export,
                            y.Key.Year,
                            Cents = y.Sum(l => l.Cents),
                            Grams = y.Sum(l => l.Grams),
                        })
                        .ToList(),
                    Countries = exports
                        .Where(l => l.Cents > 0)
                        .GroupBy(l => l.Country, StringComparer.Ordinal)
                        .Select(c => new
                        {
                            Country = c.Key,
                            Years = c.Select(l => l.Year).Distinct().ToList(),
                        })
                        .ToList(),
                    Classes = exports
                        .Where(l => l.Year == book.Years.Last)
                        .GroupBy(l => classes.ClassOf(l.Code))
                        .Select(c => new { Class = c.Key, Cents = c.Sum(l => l.Cents) })
                        .ToList(),
                };
            })
            .ToList();

        var years = firms.SelectMany(f => f.Years).ToList();
        var sums = new Sums
        {
            Firms = firms.Count,
            ExportCents = years.Where(y => y.Export).Sum(y => y.Cents),
            ImportCents = years.Where(y => !y.Export).Sum(y => y.Cents),
            ExportGrams = years.Where(y => y.Export).Sum(y => y.Grams),
            CountryYears = firms.Sum(f => f.Countries.Sum(c => (long)c.Years.Count)),
            ByClass = firms
                .SelectMany(f => f.Classes)
                .Aggregate((Int128)0, (sum, c) => sum + (Int128)c.Cents * c.Class),
        };
        return $"{sums} in {book.Years.Last}";
    }

    private static Line Parse(string text)
    {
        var fields = text.Split(',');
        return new Line(
            fields[LineText.Exporter],
            fields[LineText.Flow] is "export",
            LineText.SolarYear(fields[LineText.Date]),
            LineText.Good(fields[LineText.Code]),
            fields[LineText.Country],
            LineText.Cents(LineText.Number(fields[LineText.Value])),
            LineText.Grams(LineText.Number(fields[LineText.Weight]))
        );
    }

    private sealed record Line(
        string Exporter,
        bool Export,
        int Year,
        int Code,
        string Country,
        long Cents,
        long Grams
    );
}
