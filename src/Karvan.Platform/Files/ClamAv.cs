using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Karvan.Platform.Files;

/// <summary>
/// A ClamAV daemon over TCP: the command INSTREAM, the content in pieces with their length before them, and one line
/// back: <c>stream: OK</c>, <c>stream: NAME FOUND</c>, or a fault that ends in <c>ERROR</c>.
/// </summary>
public sealed class ClamAv(string host, int port, TimeSpan patience) : IScanner
{
    private const int LongestAnswer = 4096;
    private const string Nothing = "OK";
    private const string Something = " FOUND";
    private const string Answer = "stream: ";

    public async Task<ScanVerdict> Scan(
        IAsyncEnumerable<byte[]> content,
        CancellationToken cancellation
    )
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patient.CancelAfter(patience);
        try
        {
            return Verdict(await Ask(content, patient.Token));
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            throw new ScannerFaultException(
                $"The ClamAV daemon at {host}:{port} does not answer: {fault.Message}",
                fault
            );
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new ScannerFaultException(
                $"The ClamAV daemon at {host}:{port} did not answer within {patience.TotalSeconds} seconds.",
                fault
            );
        }
    }

    private async Task<string> Ask(IAsyncEnumerable<byte[]> content, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellation);
        await using var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var length = new byte[4];
        await foreach (var piece in content.WithCancellation(cancellation))
        {
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)piece.Length);
            await line.WriteAsync(length, cancellation);
            await line.WriteAsync(piece, cancellation);
        }
        await line.WriteAsync(new byte[4], cancellation);
        return await ReadAnswer(line, cancellation);
    }

    private static async Task<string> ReadAnswer(Stream line, CancellationToken cancellation)
    {
        var buffer = new byte[LongestAnswer];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await line.ReadAsync(buffer.AsMemory(length), cancellation);
            length += read;
            if (read == 0 || buffer.AsSpan(0, length).Contains((byte)0))
            {
                break;
            }
        }
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd('\0', '\n', '\r');
    }

    private static ScanVerdict Verdict(string answer)
    {
        if (answer.StartsWith(Answer, StringComparison.Ordinal))
        {
            var verdict = answer[Answer.Length..];
            if (verdict is Nothing)
            {
                return new ScanVerdict(null);
            }
            if (verdict.EndsWith(Something, StringComparison.Ordinal))
            {
                return new ScanVerdict(verdict[..^Something.Length]);
            }
        }
        throw new ScannerFaultException($"The ClamAV daemon answered: {answer}");
    }
}
