using Karvan.Trade.Csv;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Declarations;

/// <summary>Reads pieces of a file in rising order, unpacking again where it must.</summary>
internal sealed class Rereader(InputFile input, int file) : IDisposable
{
    private readonly Stream stream = input.Open();
    private byte[] buffer = [];
    private long position;

    public int File => file;

    /// <summary>A last line without line end gets one.</summary>
    /// <exception cref="UnusableInputException">The file can no longer be read, or is shorter than it was.</exception>
    public ReadOnlyMemory<byte> Read(long offset, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[length + Chunk.Slack];
        }
        try
        {
            SkipTo(offset);
            var filled = stream.ReadAtLeast(
                buffer.AsSpan(0, length),
                length,
                throwOnEndOfStream: false
            );
            position += filled;
            if (filled == length - 1)
            {
                buffer[filled++] = (byte)'\n';
            }
            return filled == length ? buffer.AsMemory(0, length) : throw Changed();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                $"{input.Name}: reading it again failed ({e.Message}), expected a file that can be read as long as the run lasts"
            );
        }
    }

    public void Dispose() => stream.Dispose();

    private void SkipTo(long offset)
    {
        if (input.IsPlain)
        {
            stream.Position = position = offset;
        }
        while (position < offset)
        {
            var skipped = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, offset - position));
            position += skipped == 0 ? throw Changed() : skipped;
        }
    }

    private UnusableInputException Changed() =>
        new(
            $"{input.Name}: found fewer bytes than a moment ago, expected a file that does not change while it is read"
        );
}
