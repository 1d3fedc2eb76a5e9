namespace Karvan.Platform.Persistence;

/// <summary>
/// Who may write now. SQLite has one writer at a time: inside this process they wait here, in order, instead of asking
/// the file again and again. PostgreSQL needs no turn.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim? one;

    private WriteGate(SemaphoreSlim? one) => this.one = one;

    public static WriteGate OneAtATime() => new(new SemaphoreSlim(1, 1));

    public static WriteGate Any() => new(null);

    /// <returns>Gives the turn back when disposed.</returns>
    public async Task<IDisposable> Enter(CancellationToken cancellation)
    {
        if (one is null)
        {
            return Pass.Free;
        }
        await one.WaitAsync(cancellation);
        return new Pass(one);
    }

    public void Dispose() => one?.Dispose();

    private sealed class Pass(SemaphoreSlim? one) : IDisposable
    {
        public static readonly Pass Free = new(null);

        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
