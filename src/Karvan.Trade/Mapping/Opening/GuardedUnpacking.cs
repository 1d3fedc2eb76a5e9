using Karvan.Trade.Files;

namespace Karvan.Trade.Mapping.Opening;

/// <summary>
/// An unpacking stream that refuses a bomb: text that shrinks beyond all measure, or that has no end. The framework
/// unpacks a little at a time, so nothing of a bomb is ever held.
/// </summary>
internal sealed class GuardedUnpacking(ForwardStream packed, string name, long most) : ForwardStream
{
    /// <summary>Tables of customs lines shrink to a tenth or a thirtieth; gzip at its utmost, to a thousandth.</summary>
    private const int HighestRatio = 200;
    private const long AlwaysAllowed = 64L << 20;

    private long unpacked;

    public override long PackedBytes => packed.PackedBytes;

    public override int Read(Span<byte> buffer)
    {
        var read = packed.Read(buffer);
        unpacked += read;
        if (unpacked > most)
        {
            throw new UnusableInputException(
                $"{name}: found more than {most} unpacked bytes, expected {most} at most; cut the file into several"
            );
        }
        if (unpacked > AlwaysAllowed && unpacked / HighestRatio > packed.PackedBytes)
        {
            throw new UnusableInputException(
                $"{name}: found {unpacked} bytes packed into {packed.PackedBytes}, expected {HighestRatio} times the packed size at most; no table of customs lines is so empty, send the file unpacked"
            );
        }
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }
        base.Dispose(disposing);
    }
}
