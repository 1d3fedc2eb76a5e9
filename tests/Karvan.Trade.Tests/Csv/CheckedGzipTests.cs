using System.IO.Compression;
using System.Text;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Trade.Tests.Csv;

public sealed class CheckedGzipTests
{
    [Fact]
    public void A_whole_file_is_read_whatever_the_size_of_the_reads()
    {
        var text = Text(5000);
        var packed = Pack(text);
        foreach (var size in new[] { 1, 7, 19, 20, 21, 4096 })
        {
            Assert.Equal(text, Unpack(packed, size));
        }
    }

    [Fact]
    public void Members_one_after_the_other_are_one_text() =>
        Assert.Equal(
            "one,two\nthree",
            Unpack([.. Pack("one,"), .. Pack("two\n"), .. Pack(""), .. Pack("three")], 5)
        );

    [Fact]
    public void An_empty_file_is_an_empty_text() => Assert.Equal("", Unpack([], 100));

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var packed = Pack(Text(300));
        for (var length = 1; length < packed.Length; length++)
        {
            var cut = packed[..length];
            var refused = Record.Exception(() => Unpack(cut, 512));
            Assert.True(
                refused is UnusableInputException
                    && refused.Message.StartsWith("t.csv.gz: found ", StringComparison.Ordinal),
                $"cut to {length} of {packed.Length} bytes: {refused?.Message ?? "read as if it were whole"}"
            );
        }
    }

    [Fact]
    public void A_changed_byte_is_refused_or_changes_no_text()
    {
        var text = Text(100);
        var packed = Pack(text);
        for (var at = 0; at < packed.Length; at++)
        {
            var changed = (byte[])packed.Clone();
            changed[at] ^= 0x10;
            string? read = null;
            var refused = Record.Exception(() => read = Unpack(changed, 512));
            // Time, system and level in the head say nothing about the text.
            Assert.True(
                refused is UnusableInputException
                    || string.Equals(read, text, StringComparison.Ordinal),
                $"byte {at}: {refused?.GetType().Name}"
            );
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("garbage behind the end of the file")]
    [InlineData("\0\0\0\0")]
    public void Bytes_behind_the_end_are_refused(string behind) =>
        Assert.Throws<UnusableInputException>(() =>
            Unpack([.. Pack("1,2\n"), .. Encoding.ASCII.GetBytes(behind)], 100)
        );

    [Fact]
    public void What_is_no_gzip_is_refused() =>
        Assert.Throws<UnusableInputException>(() =>
            Unpack("declaration_no,line_no\n"u8.ToArray(), 100)
        );

    private static string Text(int lines) =>
        string.Concat(Enumerable.Range(0, lines).Select(i => $"{i * 7919},{i % 13},export\n"));

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        return packed.ToArray();
    }

    private static string Unpack(byte[] packed, int readSize)
    {
        using var stream = new CheckedGzip(new MemoryStream(packed), "t.csv.gz");
        using var text = new MemoryStream();
        var buffer = new byte[readSize];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            text.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
