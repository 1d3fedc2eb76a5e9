namespace Karvan.Core.Persistence;

/// <summary>
/// Who may write now. SQLite has one writer at a time: inside this process they wait here, in order, instead of asking
/// the file again and again. PostgreSQL needs no turn.
/// </summary>
public sealed class Writers : IDisposable
{
    private readonly SemaphoreSlim? one;

    private Writers(SemaphoreSlim? one) => this.one = one;

    public static Writers OneAtATime() => new(new SemaphoreSlim(1, 1));

    public static Writers Any() => new(null);

    /// <returns>Gives the turn back when disposed.</returns>
    public async Task<IDisposable> Enter(CancellationToken cancellation)
    {
        if (one is null)
        {
            return Turn.Free;
        }
        await one.WaitAsync(cancellation);
        return new Turn(one);
    }

    public void Dispose() => one?.Dispose();

    private sealed class Turn(SemaphoreSlim? one) : IDisposable
    {
        public static readonly Turn Free = new(null);

        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
