namespace Karvan.Testing.Kills;

/// <summary>What is happening when a process is killed.</summary>
public enum Moment
{
    Save,
    Part,
    Reading,
    Commit,
}

/// <summary>Tells the one who kills that something has begun.</summary>
internal sealed class Moments
{
    private readonly Lock gate = new();
    private (Moment Of, TaskCompletionSource Told)? awaited;

    public void Now(Moment moment)
    {
        lock (gate)
        {
            if (awaited is { } one && one.Of == moment)
            {
                one.Told.TrySetResult();
            }
        }
    }

    public Task Next(Moment moment)
    {
        lock (gate)
        {
            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited = (moment, told);
            return told.Task;
        }
    }
}
