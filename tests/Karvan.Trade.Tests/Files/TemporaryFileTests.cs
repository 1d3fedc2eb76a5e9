using Karvan.Trade.Files;
using Karvan.Trade.Tests.AddingUp;
using Xunit;

namespace Karvan.Trade.Tests.Files;

public sealed class TemporaryFileTests
{
    [Fact]
    public void What_was_written_is_read_at_its_place()
    {
        using var scratch = new TradeBook();
        using var file = new TemporaryFile(scratch.Folder);
        var random = new Random(3);
        var written = new List<(long Place, byte[] Bytes)>();
        for (var i = 0; i < 100; i++)
        {
            var bytes = new byte[random.Next(5000)];
            random.NextBytes(bytes);
            Assert.Equal(file.Length, file.Append(bytes));
            written.Add((file.Length - bytes.Length, bytes));
        }
        foreach (var (place, bytes) in written.OrderBy(_ => random.Next()))
        {
            var back = new byte[bytes.Length];
            file.Read(back, place);
            Assert.Equal(bytes, back);
        }
        Assert.Throws<EndOfStreamException>(() => file.Read(new byte[2], file.Length - 1));
    }

    /// <summary>A program that is killed closes no file in an orderly way, and so may leave no name behind.</summary>
    [Fact]
    public void Its_name_is_gone_while_it_is_open()
    {
        using var scratch = new TradeBook();
        using (var file = new TemporaryFile(scratch.Folder))
        {
            file.Append([1, 2, 3]);
            Assert.Equal(
                OperatingSystem.IsWindows(),
                Directory.GetFiles(scratch.Folder).Length > 0
            );
        }
        Assert.Empty(Directory.GetFiles(scratch.Folder));
    }
}
