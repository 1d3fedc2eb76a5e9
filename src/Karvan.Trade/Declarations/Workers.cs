using System.Runtime.ExceptionServices;

namespace Karvan.Trade.Declarations;

/// <summary>Runs the same work on several threads and waits; the first failure stops the others and is thrown as it was.</summary>
internal sealed class Workers(int threads, CancellationToken cancellation)
{
    public int Threads => threads;

    /// <param name="work">Gets the thread's number and a token that is cancelled when another thread failed.</param>
    public void Run(Action<int, CancellationToken> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? failure = null;
        var token = stop.Token;
        void Guarded(int number)
        {
            try
            {
                work(number, token);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                stop.Cancel();
            }
        }
        var others = Enumerable
            .Range(1, threads - 1)
            .Select(n => new Thread(() => Guarded(n)) { IsBackground = true })
            .ToList();
        others.ForEach(t => t.Start());
        Guarded(0);
        others.ForEach(t => t.Join());
        failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Hands out the numbers 0 to <paramref name="count"/> − 1 to the threads, one at a time.</summary>
    public void Each(int count, Action<int> work)
    {
        var next = -1;
        Run(
            (_, token) =>
            {
                for (
                    var i = Interlocked.Increment(ref next);
                    i < count;
                    i = Interlocked.Increment(ref next)
                )
                {
                    token.ThrowIfCancellationRequested();
                    work(i);
                }
            }
        );
    }
}
