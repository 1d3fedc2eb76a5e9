using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Karvan.Bench.Harness;

namespace Karvan.Bench.Pages;

/// <summary>The application as a process of its own, on a port of its own, with a fresh demo.</summary>
internal sealed class RunningSite : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly Process process;

    private RunningSite(Process process, Uri address) =>
        (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="root">The checkout whose build runs.</param>
    /// <param name="database">As <c>Karvan__Database</c> takes it.</param>
    public static Task<RunningSite> Start(string root, string database, int firms) =>
        Start(
            Path.Combine(root, "artifacts", "bin", "Karvan.Web", "release", "Karvan.Web.dll"),
            Path.Combine(root, "src", "Karvan.Web"),
            database,
            firms
        );

    /// <param name="folder">Where the program looks for its files.</param>
    public static async Task<RunningSite> Start(
        string program,
        string folder,
        string database,
        int firms
    )
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program },
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        // The demo may not run in production; what production differs in otherwise is set here.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Karvan.Requests"] = "Warning";
        start.Environment["Karvan__Database"] = database;
        start.Environment["Karvan__Demo"] = "true";
        start.Environment["Karvan__DemoFirms"] = $"{firms}";
        var started =
            Process.Start(start) ?? throw new BenchException("The application did not start.");
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        var site = new RunningSite(started, address);
        await site.Ready();
        return site;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Of a port that nobody uses now.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < LongestStart && !process.HasExited)
        {
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode)
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
        throw new BenchException("The application was not ready in time.");
    }
}
