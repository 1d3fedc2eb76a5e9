using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Karvan.Testing.Kills;

/// <summary>The web application as a process of its own, which can be killed and started again at the same address.</summary>
public sealed class LiveSite : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);
    private const int KeptLines = 200;

    private readonly string database;
    private readonly int firms;
    private readonly ConcurrentQueue<string> said = new();
    private Process? process;

    /// <param name="database">As <c>Karvan__Database</c> takes it.</param>
    /// <param name="firms">Of the demo, where the database is empty.</param>
    public LiveSite(string database, int firms)
    {
        (this.database, this.firms) = (database, firms);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public Uri Address { get; }

    /// <summary>Whether requests may be sent to it.</summary>
    public bool IsUp { get; private set; }

    /// <summary>What it said last: of faults.</summary>
    public string Said => string.Join('\n', said);

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Program },
            WorkingDirectory = Path.Combine(Root, "src", "Karvan.Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }
        process = Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready(process);
        IsUp = true;
    }

    /// <summary>SIGKILL: nothing of it gets another word.</summary>
    public async Task Kill()
    {
        IsUp = false;
        if (process is { } dying)
        {
            dying.Kill();
            await dying.WaitForExitAsync();
            dying.Dispose();
            process = null;
        }
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = Address.ToString(),
            // Stand-in accounts are for development alone.
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            // It lives for seconds: compiling code better would be for nothing.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCounting"] = "0",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Karvan.Requests"] = "Warning",
            ["Karvan__Database"] = database,
            ["Karvan__Demo"] = "true",
            ["Karvan__DemoFirms"] = $"{firms}",
            ["Karvan__JobLease"] = "1",
        };

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }
        said.Enqueue(line);
        while (said.Count > KeptLines)
        {
            said.TryDequeue(out _);
        }
    }

    private async Task Ready(Process starting)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < LongestStart && !starting.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(Poll);
        }
        throw new InvalidOperationException($"The application was not ready in time:\n{Said}");
    }

    /// <summary>Built as this program is: in the folder beside its own.</summary>
    private static string Program
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            return Path.Combine(
                own.Parent!.Parent!.FullName,
                "Karvan.Web",
                own.Name,
                "Karvan.Web.dll"
            );
        }
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Karvan.slnx")))
            {
                folder = folder.Parent;
            }
            return folder?.FullName
                ?? throw new InvalidOperationException("This runs outside the repository.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
