using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Karvan.Modules.Tests.Files;

/// <summary>
/// Speaks the part of clamd's protocol that Karvan uses, over a real socket: <c>zINSTREAM</c>, pieces with their length
/// as four bytes, an empty one at the end, and one line back. It finds what the EICAR test file holds.
/// </summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private const string Eicar = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public FakeClamd()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it answers instead of looking, as a daemon in trouble does.</summary>
    public string? Trouble { get; set; }

    public List<long> Seen { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            await using var line = client.GetStream();
            await Answer(line);
        }
    }

    private async Task Answer(NetworkStream line)
    {
        var command = new byte[10];
        await line.ReadExactlyAsync(command, stop.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await line.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray(), stop.Token);
            return;
        }
        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(length, stop.Token);
            var size = BinaryPrimitives.ReadUInt32BigEndian(length);
            if (size == 0)
            {
                break;
            }
            var piece = new byte[size];
            await line.ReadExactlyAsync(piece, stop.Token);
            content.Write(piece);
        }
        lock (Seen)
        {
            Seen.Add(content.Length);
        }
        var text = Encoding.Latin1.GetString(content.ToArray());
        var answer =
            Trouble
            ?? (
                text.Contains(Eicar, StringComparison.Ordinal)
                    ? "stream: Eicar-Test-Signature FOUND"
                    : "stream: OK"
            );
        await line.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), stop.Token);
    }
}
