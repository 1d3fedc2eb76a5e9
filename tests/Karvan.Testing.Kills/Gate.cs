namespace Karvan.Testing.Kills;

/// <summary>Lets everybody in while it is open; once it is shut, tells when the last one has come out.</summary>
internal sealed class Gate
{
    private readonly Lock gate = new();
    private TaskCompletionSource open = New();
    private TaskCompletionSource empty = New();
    private int inside;
    private bool isOpen;

    public void Open()
    {
        lock (gate)
        {
            if (!isOpen)
            {
                (isOpen, empty) = (true, New());
                open.TrySetResult();
            }
        }
    }

    public void Shut()
    {
        lock (gate)
        {
            (isOpen, open) = (false, New());
            Look();
        }
    }

    public Task Emptied()
    {
        lock (gate)
        {
            return empty.Task;
        }
    }

    public async Task Enter(CancellationToken over)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (isOpen)
                {
                    inside++;
                    return;
                }
                wait = open.Task;
            }
            await wait.WaitAsync(over);
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            inside--;
            Look();
        }
    }

    private void Look()
    {
        if (!isOpen && inside == 0)
        {
            empty.TrySetResult();
        }
    }

    private static TaskCompletionSource New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
