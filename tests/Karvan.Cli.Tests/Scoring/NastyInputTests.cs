using Karvan.Oracle;
using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>
/// Files with bytes changed, lost and put in: either they are refused with a message, or every row is accounted for,
/// and the answer is the same for every way of reading.
/// </summary>
public sealed class NastyInputTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_row_is_accounted_for(int seed)
    {
        using var scratch = new Scratch();
        RandomInput.Write(
            scratch["in"],
            seed,
            new RandomInputOptions { Exporters = 10, FillerLines = 60 }
        );
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < 6; i++)
        {
            var nasty = scratch["nasty-" + i];
            Directory.CreateDirectory(nasty);
            foreach (
                var path in Directory.EnumerateFiles(scratch["in"]).Order(StringComparer.Ordinal)
            )
            {
                var bytes = File.ReadAllBytes(path).ToList();
                var plain = path.EndsWith(".csv", StringComparison.Ordinal);
                for (var n = plain ? random.Next(0, 40) : random.Next(0, 2); n > 0; n--)
                {
                    Spoil(bytes, random);
                }
                File.WriteAllBytes(Path.Combine(nasty, Path.GetFileName(path)), [.. bytes]);
            }
            var first = Try(nasty, new ReadingOptions(Threads: 1));
            read += first is ScoredFolder ? 1 : 0;
            foreach (
                var options in new[]
                {
                    new ReadingOptions(2, 0, 97),
                    new ReadingOptions(3, 0, 1009),
                    new ReadingOptions(1, 1 << 20, 1 << 14, CarefulOnly: true),
                }
            )
            {
                var again = Try(nasty, options);
                Assert.True(
                    Equals(first, again),
                    $"seed {seed}, folder {i}, {options}:\n{first}\n{again}"
                );
            }
        }
        Assert.True(read > 0, $"seed {seed}: all six folders were refused");
    }

    /// <returns>The result, or the message of the refusal.</returns>
    private static object Try(string folder, ReadingOptions options)
    {
        try
        {
            return ScoredFolder.Of(folder, options);
        }
        catch (UnusableInputException e)
        {
            Assert.Contains("found ", e.Message, StringComparison.Ordinal);
            Assert.Contains("expected ", e.Message, StringComparison.Ordinal);
            return e.Message;
        }
    }

    /// <summary>Mostly behind the header, so that most files can still be read.</summary>
    private static void Spoil(List<byte> bytes, Random random)
    {
        var header = bytes.IndexOf((byte)'\n') + 1;
        var at = random.Next(
            random.Next(30) == 0 ? 0 : Math.Min(header, bytes.Count - 1),
            bytes.Count
        );
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.Insert(at, "\"\",\n\r\0 \u00D4"u8[random.Next(8)]);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(
                    at,
                    bytes.GetRange(header, Math.Min(random.Next(200), bytes.Count - header))
                );
                break;
            default:
                bytes.InsertRange(at, "\n\"\n"u8.ToArray());
                break;
        }
    }
}
