using System.Globalization;
using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Reading;
using Karvan.Trade.Sources;
using Karvan.Trade.Tests.Demo;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Karvan's own format, read by its profile and by splitting lines at commas.</summary>
public sealed class StandardProfileTests : IDisposable
{
    private readonly DemoSamples samples = new();

    public StandardProfileTests() =>
        samples.Write(DemoSamples.Options(exporters: 300, lines: 12_000, faults: 400));

    public void Dispose() => samples.Dispose();

    [Theory]
    [InlineData(1, 1 << 19)]
    [InlineData(4, 3000)]
    [InlineData(3, 100_000)]
    public void The_same_lines_as_a_plain_reader_finds(int threads, int block)
    {
        foreach (var year in DemoSamples.Years)
        {
            var path = Path.Combine(samples.Path, $"declarations-{year}.csv");
            using var log = new RejectionLog();
            var sinks = new List<KeptLines>();
            var tally = MappedReading.Read(
                new InputFile("x.csv", path),
                MappingProfile.Standard,
                w =>
                    w.Length == 2 && char.IsAsciiLetterUpper(w[0]) && !w.StartsWith('X') ? w : null,
                () =>
                {
                    var sink = new KeptLines();
                    sinks.Add(sink);
                    return sink;
                },
                log,
                new ReadingOptions(threads, BlockBytes: block)
            );
            var lines = File.ReadAllLines(path);
            var expected = lines
                .Select((text, i) => (Fields: text.Split(','), Line: i + 1))
                .Skip(1)
                .Select(l => Plain(l.Fields, l.Line))
                .ToList();
            Assert.Equal(
                expected.OfType<SaidLine>(),
                sinks.SelectMany(s => s.Lines).OrderBy(l => l.Source)
            );
            Assert.Equal(lines.Length - 1, tally.Rows.Read);
            Assert.Equal(expected.Count(l => l is null), tally.Rows.Rejected);
            Assert.Equal(expected.Count(l => l is not null), tally.Rows.Accepted);
            Assert.Equal(tally.Rows.Rejected, log.Count);
            Assert.Equal(expected.Sum(l => l?.Cents ?? 0), (long)tally.Sums.ValueCents);
            Assert.Equal(expected.Sum(l => l?.Grams ?? 0), (long)tally.Sums.WeightGrams);
        }
    }

    /// <summary>A line by the words of the format, in decimal and by the framework's calendar; null where a field is bad.</summary>
    private static SaidLine? Plain(string[] f, int line)
    {
        var good =
            f.Length == 9
            && f[0].Trim().Length is > 0 and <= 64
            && int.TryParse(f[1], NumberStyles.None, null, out _)
            && f[2] is "export" or "import"
            && f[4].Length is 10 or 11
            && f[4].All(char.IsAsciiDigit)
            && f[5].Length is >= 6 and <= 12
            && f[5].All(char.IsAsciiDigit)
            && f[6].Length == 2
            && char.IsAsciiLetterUpper(f[6][0])
            && f[6][0] != 'X'
            && (f[6] != "IR" || f[2] == "import");
        if (
            !good
            || Day(f[3]) is not { } day
            || Number(f[7], 2) is not { } cents
            || Number(f[8], 3) is not { } grams
        )
        {
            return null;
        }
        return new(
            line,
            f[0].Trim().ToUpperInvariant(),
            int.Parse(f[1]),
            f[2] == "import",
            day,
            f[4],
            f[5],
            f[6],
            cents,
            grams
        );
    }

    private static DateOnly? Day(string text)
    {
        var parts = text.Split('-', '/');
        if (parts.Length != 3 || !parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit)))
        {
            return null;
        }
        var (y, m, d) = (int.Parse(parts[0]), int.Parse(parts[1]), int.Parse(parts[2]));
        try
        {
            return DateOnly.FromDateTime(
                y <= 1600
                    ? new PersianCalendar().ToDateTime(y, m, d, 0, 0, 0, 0)
                    : new DateTime(y, m, d)
            );
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static long? Number(string text, int decimals)
    {
        if (
            !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, null, out var number)
            || number > 10_000_000_000
        )
        {
            return null;
        }
        for (var i = 0; i < decimals; i++)
        {
            number *= 10;
        }
        return decimal.Truncate(number) == number ? (long)number : null;
    }
}
