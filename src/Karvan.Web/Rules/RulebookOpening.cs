namespace Karvan.Web.Rules;

/// <summary>
/// Opens the rulebooks once the program is ready: reading them takes a tenth of a start, and no page of a firm waits for them.
/// A program that lacks one must not go on as if nothing were, so it ends.
/// </summary>
internal sealed partial class RulebookOpening(
    IHostApplicationLifetime program,
    ILogger<RulebookOpening> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = program.ApplicationStarted.Register(() => ready.TrySetResult());
        await ready.Task.WaitAsync(stoppingToken);
        try
        {
            RulebookCatalog.Beside();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            Unusable(log, e);
            Environment.ExitCode = 1;
            program.StopApplication();
        }
    }

    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Critical,
        Message = "The program ends: a rulebook beside it cannot be used"
    )]
    private static partial void Unusable(ILogger logger, Exception why);
}
