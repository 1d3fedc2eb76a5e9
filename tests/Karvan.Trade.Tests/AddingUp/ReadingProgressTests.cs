using System.IO.Compression;
using Karvan.Rules.Facts;
using Karvan.Trade.Declarations;
using Karvan.Trade.Demo;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;
using Karvan.Trade.Tests.Demo;
using Karvan.Trade.Tests.Xlsx;
using Xunit;

namespace Karvan.Trade.Tests.AddingUp;

/// <summary>How far reading has come is told in bytes of the files as they lie on the disk, packed or not.</summary>
public sealed class ReadingProgressTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bytes_rise_to_the_length_of_the_files(bool packed)
    {
        using var samples = new DemoSamples();
        samples.Write(DemoSamples.Options());
        foreach (var year in packed ? DemoSamples.Years : [])
        {
            Pack(Path.Combine(samples.Path, $"declarations-{year}.csv"));
        }
        var folder = InputFolder.Find(samples.Path);
        var told = new List<long>();
        using var read = TradeInput.Read(
            folder,
            TradeBook.Book,
            FactPlan.For(TradeBook.Book),
            new ReadingOptions(Threads: 1, BlockBytes: 1 << 14),
            (bytes, _) => told.Add(bytes),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(told.Order(), told);
        Assert.Equal(folder.Declarations.Sum(f => f.Length), told[^1]);
        // Five files of some 600 kB, in blocks of 16 KiB: no step is a whole file.
        Assert.True(told.Distinct().Count() > 20, string.Join(' ', told));
    }

    [Fact]
    public void A_workbook_tells_how_much_of_it_is_used_up()
    {
        using var workbooks = new WorkbookFolder();
        var random = new Random(5);
        var rows = string.Concat(
            Enumerable
                .Range(1, 20_000)
                .Select(r => $"<row r=\"{r}\"><c><v>{random.NextInt64()}</v></c></row>")
        );
        var file = workbooks.Save(new RawWorkbook(rows).ToBytes());
        using var stream = (ForwardStream)file.Open();
        var told = new List<long> { stream.PackedBytes };
        var buffer = new byte[1 << 12];
        while (stream.Read(buffer) > 0)
        {
            told.Add(stream.PackedBytes);
        }
        Assert.Equal(told.Order(), told);
        Assert.True(told[0] < file.Length / 2, $"{told[0]} of {file.Length}");
        Assert.Equal(file.Length, told[^1]);
        Assert.True(told.Distinct().Count() > 5, string.Join(' ', told.Distinct()));
    }

    private static void Pack(string path)
    {
        using (var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(path));
        }
        File.Delete(path);
    }
}
