using System.Globalization;
using System.Text;
using Karvan.Trade.Declarations;
using Xunit;
using Ascii = Karvan.Trade.Declarations.Ascii;

namespace Karvan.Trade.Tests.Declarations;

/// <summary>Both quick ways of reading digits agree with <see cref="decimal"/>, whatever stands before and after a field.</summary>
public sealed class DecimalsTests
{
    private const string Alphabet = "0123456789012345678901234567890123456789.....-+ ,eE/:٣";

    [Fact]
    public void Whole_numbers_are_read_as_decimal_reads_them()
    {
        foreach (var text in Texts(16))
        {
            var expected = text.All(char.IsAsciiDigit)
                ? long.Parse(text, CultureInfo.InvariantCulture)
                : (long?)null;
            var buffer = Buffer(text, out var start, out var length);
            if (Decimals.IsSupported)
            {
                var good = Decimals.TryWhole(
                    ref Ascii.At(buffer, start + length),
                    length,
                    out var value
                );
                Assert.Equal((text, expected), (text, good ? value : null));
            }
            var plain = Ascii.TryUpTo16(ref Ascii.At(buffer, start), length, out var slow);
            Assert.Equal((text, expected), (text, plain ? slow : null));
        }
    }

    [Fact]
    public void Fractions_of_one_to_three_digits_are_read_as_decimal_reads_them()
    {
        foreach (var text in Texts(14))
        {
            var point = text.IndexOf('.', StringComparison.Ordinal);
            var fraction = point < 0 ? 0 : text.Length - 1 - point;
            var good =
                text.Count(c => c == '.') <= 1
                && text.All(c => char.IsAsciiDigit(c) || c == '.')
                && (point < 0 || fraction is >= 1 and <= 3);
            var buffer = Buffer(text, out var start, out var length);
            if (Decimals.IsSupported)
            {
                var read = Decimals.TryFraction(
                    ref Ascii.At(buffer, start + length),
                    length,
                    out var places,
                    out var digits
                );
                // A field that begins with its point has no whole digits: the caller declines it.
                Assert.Equal((text, good), (text, read));
                if (good)
                {
                    Assert.Equal(Expected(text), digits / Power(places));
                    Assert.Equal(fraction, places);
                }
            }
            if (
                Ascii.TryFraction(ref Ascii.At(buffer, start), length, out var f, out var d)
                && point != 0
            )
            {
                Assert.True(good, text);
                Assert.Equal((text, Expected(text)), (text, d / Power(f)));
            }
            else
            {
                Assert.True(!good || point == 0, text);
            }
        }
    }

    private static decimal Expected(string text) =>
        decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal Power(int places) =>
        Enumerable.Repeat(10m, places).Aggregate(1m, (a, b) => a * b);

    /// <summary>Texts of every length, mostly digits, with a point at every place among them.</summary>
    private static IEnumerable<string> Texts(int longest)
    {
        var random = new Random(20231);
        for (var length = 1; length <= longest; length++)
        {
            for (var n = 0; n < 400; n++)
            {
                var digits = new string([
                    .. Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))),
                ]);
                yield return digits;
                var point = random.Next(length);
                yield return digits.Remove(point, 1).Insert(point, ".");
                var text = new string([
                    .. Enumerable
                        .Range(0, length)
                        .Select(_ => Alphabet[random.Next(Alphabet.Length)]),
                ]);
                if (Encoding.UTF8.GetByteCount(text) <= longest)
                {
                    yield return text;
                }
            }
        }
    }

    private static byte[] Buffer(string text, out int start, out int length)
    {
        var before = "98765432109.7,12,";
        start = before.Length;
        length = Encoding.UTF8.GetByteCount(text);
        return Encoding.UTF8.GetBytes(before + text + ",77.889,1234567890123456");
    }
}
