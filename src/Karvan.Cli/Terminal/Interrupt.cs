using System.Runtime.InteropServices;

namespace Karvan.Cli.Terminal;

/// <summary>
/// Turns an interrupt from the keyboard or a request to end into a cancellation, so that half a result is taken away
/// again. A second one ends the program on the spot.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask),
        ];

    public CancellationToken Token => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
        stop.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }
}
