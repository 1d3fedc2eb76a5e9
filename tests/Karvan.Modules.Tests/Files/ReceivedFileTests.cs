using System.Text;
using Karvan.Platform.Files;
using Xunit;

namespace Karvan.Modules.Tests.Files;

/// <summary>A file is taken as it comes: counted, hashed, and not read on once it is too large.</summary>
public sealed class ReceivedFileTests
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>The digest is what <c>printf '%%PDF-1.4\nabc\n' | sha256sum</c> prints.</summary>
    [Fact]
    public async Task The_hash_is_that_of_sha256sum()
    {
        using var sent = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4\nabc\n"));
        await using var file = (await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual)).Value;
        Assert.Equal("ce234014497f05dcbb0f2f4729215c5298680d4543bd3dafaa532f7e9568b5fe", file.Hash);
        Assert.Equal((13L, FileType.Pdf), (file.Length, file.Type));
    }

    [InlineData(20 * Mebibyte, null)]
    [InlineData(20 * Mebibyte + 1, FileRefusal.TooLarge)]
    [Theory]
    public async Task The_limit_itself_is_taken(int length, FileRefusal? why)
    {
        using var sent = new MemoryStream(SampleFiles.PdfOf(length));
        var received = await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual);
        Assert.Equal(why, received.Refused);
        if (received.Done)
        {
            await received.Value.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_is_too_large_is_not_read_to_its_end()
    {
        using var sent = new SlowStream(SampleFiles.PdfOf(21 * Mebibyte));
        var received = await ReceivedFile.From(sent, "a.pdf", new FileLimits(Mebibyte));
        Assert.Equal(FileRefusal.TooLarge, received.Refused);
        Assert.InRange(sent.Given, Mebibyte, Mebibyte + 65536);
    }

    [Fact]
    public async Task A_line_that_breaks_off_leaves_nothing()
    {
        using var sent = new SlowStream(SampleFiles.PdfOf(Mebibyte)) { BreaksAt = 100_000 };
        var received = await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual);
        Assert.Equal(FileRefusal.BrokenOff, received.Refused);
    }

    /// <summary>Gives a few bytes at a time, counts them, and may break.</summary>
    private sealed class SlowStream(byte[] content) : MemoryStream(content)
    {
        public long Given { get; private set; }

        public long BreaksAt { get; init; } = long.MaxValue;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (Given >= BreaksAt)
            {
                throw new IOException("The client reset the connection.");
            }
            var read = await base.ReadAsync(
                buffer[..Math.Min(buffer.Length, 4000)],
                cancellationToken
            );
            Given += read;
            return read;
        }
    }
}
