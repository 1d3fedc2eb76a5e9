using System.Threading.Channels;

namespace Karvan.Web.Platform.Workers;

/// <summary>
/// Does what a page asked for once its answer is on its way: how long an answer takes then tells nothing of what there was to
/// do, such as whether an address has an account. What is asked for right before a stop is done still.
/// </summary>
public sealed partial class AfterAnswer(IServiceScopeFactory scopes, ILogger<AfterAnswer> log)
    : BackgroundService
{
    /// <summary>More than these wait for a place: nobody fills the memory by asking.</summary>
    private const int Most = 1000;

    private readonly Channel<Func<IServiceProvider, Task>> waiting = Channel.CreateBounded<
        Func<IServiceProvider, Task>
    >(Most);

    public ValueTask Do(
        Func<IServiceProvider, Task> what,
        CancellationToken cancellation = default
    ) => waiting.Writer.WriteAsync(what, cancellation);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } doing)
        {
            await doing
                .WaitAsync(cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var what in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await what(scope.ServiceProvider);
            }
            // Nobody waits for an answer any more: the next one must be done all the same.
            catch (Exception fault)
            {
                Failed(log, fault);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What a page asked for was not done after its answer.")]
    private static partial void Failed(ILogger log, Exception fault);
}
