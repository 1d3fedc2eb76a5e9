using System.Text;
using Karvan.Customs.Importing;
using Karvan.Trade.Fields;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>Each rejected line carries its reason in words, wherever its file is cut into pieces.</summary>
public sealed class ToldRejectionsTests
{
    private const string Kept =
        "\uFEFFline,reason,column,value\n"
        + "4,bad-number,value_usd,\"'=1,5\"\"\n, so\"\n"
        + "6,wrong-field-count,,\"2 fields, the header has 9\"\n"
        + "7,of-tomorrow,date,سال\n";

    private const string Told =
        "\uFEFFline,reason,column,value,why\n"
        + "4,bad-number,value_usd,\"'=1,5\"\"\n, so\",Not a valid number\n"
        + "6,wrong-field-count,,\"2 fields, the header has 9\",Number of fields differs from the header\n"
        + "7,of-tomorrow,date,سال,of-tomorrow\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(4096)]
    public async Task A_sentence_stands_behind_every_row(int piece)
    {
        using var all = new MemoryStream();
        await foreach (var told in ToldRejections.Of(Pieces(Kept, piece), Faults.SentenceOf))
        {
            all.Write(told);
        }
        Assert.Equal(Told, Encoding.UTF8.GetString(all.ToArray()));
    }

    [Fact]
    public void Every_reason_has_a_sentence_of_its_own()
    {
        var faults = Enum.GetValues<Fault>().Where(f => f is not Fault.None).ToList();
        Assert.All(faults, f => Assert.NotEqual(f.Word(), Faults.SentenceOf(f.Word())));
        Assert.Equal(
            faults.Count,
            faults.Select(f => f.Sentence()).Distinct(StringComparer.Ordinal).Count()
        );
    }

    private static async IAsyncEnumerable<byte[]> Pieces(string text, int length)
    {
        foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(length))
        {
            await Task.Yield();
            yield return piece;
        }
    }
}
