namespace Karvan.Trade.Files;

/// <summary>A stream that is only read, from its beginning to its end; what is left is <see cref="Read(Span{byte})"/>.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// How many bytes of the file on disk are used up; at the end, as many as it has. It tells how much is left where
    /// the length of what is read is not known before.
    /// </summary>
    public abstract long PackedBytes { get; }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public sealed override void Flush() { }

    public sealed override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();
}
