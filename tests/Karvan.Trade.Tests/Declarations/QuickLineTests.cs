using System.Text;
using Karvan.Trade.Declarations;
using Karvan.Trade.Fields;
using Karvan.Trade.Tests.AddingUp;
using Xunit;

namespace Karvan.Trade.Tests.Declarations;

/// <summary>What the quick way accepts, the careful way accepts with the same values.</summary>
public sealed class QuickLineTests
{
    private static readonly string[][] Near =
    [
        [
            "EX-1402/7",
            "1",
            "12345678",
            "123456789",
            "1234567890123456",
            "12345678901234567",
            "ex1",
            "A~",
            "گ1",
            " A",
            "A\t",
            "A\u007F",
        ],
        ["1", "07", "12345678", "123456789", "1234567890", "0", "1.0", ""],
        ["export", "import", "EXPORT", "exports", "expor", "imporT", "export "],
        [
            "1401-07-05",
            "1401/12/29",
            "1401-12-30",
            "1399-12-30",
            "2022-03-21",
            "2023/02/29",
            "1385-01-01",
            "1401-7-05",
            "1401-07/05",
            "1999-99-99",
            "۱۴۰۱-۰۷-۰۵",
        ],
        [
            "10380284790",
            "0499370899",
            "00000000000",
            "103802847901",
            "123456789",
            "۱۰۳۸۰۲۸۴۷۹۰",
            "1038028479x",
        ],
        ["842320", "84232000", "842320001234", "84232", "8423200012345", "84232O", "8423.20"],
        ["IQ", "AF", "IR", "ZZ", "iq", "I", "IQX", "", "XK"],
        [
            "0",
            "1.5",
            "1.25",
            "1.255",
            "10000000000",
            "10000000000.00",
            "10000000000.01",
            "9999999999.99",
            "99999999999",
            "00000000000001",
            "000000000000001",
            ".5",
            "5.",
            "1..5",
            "1,5",
            "-5",
            "1e9",
        ],
        [
            "0",
            "1.5",
            "1.255",
            "1.2555",
            "10000000000",
            "10000000000.000",
            "10000000000.001",
            "9999999999.999",
            "9999999999.9999",
            "1.2.3",
            "0.1",
        ],
    ]; // csharpier-ignore

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Both_ways_agree(int seed)
    {
        var random = new Random(seed);
        var text = new LineText(new LineRules(TradeBook.Book.Years));
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < 60_000; i++)
        {
            byte[][] fields =
            [
                .. Near.Select(n =>
                    Encoding.UTF8.GetBytes(n[random.Next(random.Next(4) == 0 ? n.Length : 2)])
                ),
            ];
            if (random.Next(2) == 0)
            {
                Mutate(fields[random.Next(fields.Length)], random);
            }
            if (!text.Quick(fields, out var quick))
            {
                refused++;
                continue;
            }
            accepted++;
            var fault = text.Careful(fields, out var careful, out _);
            Assert.True(
                fault is Fault.None && Same(quick, careful),
                $"seed {seed}: {string.Join(',', fields.Select(Encoding.Latin1.GetString))} is {fault}"
            );
        }
        Assert.True(accepted > 5000 && refused > 5000, $"{accepted} accepted, {refused} refused");
    }

    /// <summary>The common lines must really go the quick way.</summary>
    [Fact]
    public void Common_lines_are_quick()
    {
        var text = new LineText(new LineRules(TradeBook.Book.Years));
        foreach (
            var line in new[]
            {
                "EX-1402/7,1,export,1401-07-05,10380284790,84232000,IQ,1500.25,330.125",
                "1234567890123456,12345678,import,2022/03/21,0499370899,842320,IR,0,0",
            }
        )
        {
            Assert.True(text.Quick([.. line.Split(',').Select(Encoding.UTF8.GetBytes)], out _));
        }
    }

    private static void Mutate(byte[] field, Random random)
    {
        if (field.Length == 0)
        {
            return;
        }
        var at = random.Next(field.Length);
        field[at] = random.Next(4) switch
        {
            0 => (byte)(field[at] ^ (1 << random.Next(8))),
            1 => (byte)(field[at] + 1),
            2 => "0:/.- \0\t"u8[random.Next(8)],
            _ => (byte)random.Next(256),
        };
        if (field[at] is (byte)',' or (byte)'\n' or (byte)'"' or (byte)'\r')
        {
            field[at] = (byte)'5';
        }
    }

    private static bool Same(in CustomsLine a, in CustomsLine b) =>
        (a.Import, a.DeclarationHash, a.LineNumber, a.Day, a.Year, a.Exporter)
            == (b.Import, b.DeclarationHash, b.LineNumber, b.Day, b.Year, b.Exporter)
        && (a.HsCode, a.Hs6, a.Country, a.ValueCents, a.WeightGrams)
            == (b.HsCode, b.Hs6, b.Country, b.ValueCents, b.WeightGrams);
}
