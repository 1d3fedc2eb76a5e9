using System.Diagnostics;

namespace Karvan.Platform.Backups;

/// <summary>An external process, killed with its owner.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private const int MostComplaints = 8;
    private readonly Process process;
    private readonly Queue<string> complaints = new();
    private readonly Task complaining;

    private ProgramRun(Process process)
    {
        this.process = process;
        complaining = Listen();
    }

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>The last lines of what it complained of.</summary>
    public string Complaint
    {
        get
        {
            lock (complaints)
            {
                return string.Join("; ", complaints);
            }
        }
    }

    public static ProgramRun Start(
        string path,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> environment
    )
    {
        var start = new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }
        return new ProgramRun(
            Process.Start(start) ?? throw new IOException($"{path} does not start.")
        );
    }

    /// <returns>Whether it ended well.</returns>
    public async Task<bool> End(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        await complaining;
        return process.ExitCode == 0;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended by itself just now.
        }
        await complaining;
        process.Dispose();
    }

    private async Task Listen()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }
            lock (complaints)
            {
                complaints.Enqueue(line);
                if (complaints.Count > MostComplaints)
                {
                    complaints.Dequeue();
                }
            }
        }
    }
}
