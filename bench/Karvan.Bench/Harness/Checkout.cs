using System.Diagnostics;

namespace Karvan.Bench.Harness;

/// <summary>An earlier commit beside this one, built: kept under <c>artifacts</c> for the next comparison.</summary>
internal static class Checkout
{
    /// <returns>The folder of the checkout.</returns>
    /// <exception cref="BenchException">There is no such commit, or it does not build.</exception>
    public static string Built(string commit)
    {
        var full = Run(Places.Root, "git", "rev-parse", "--verify", $"{commit}^{{commit}}").Trim();
        var folder = Path.Combine(Places.Cache, "commits", full);
        if (!Directory.Exists(folder))
        {
            Run(Places.Root, "git", "worktree", "add", "--detach", folder, full);
        }
        Run(
            folder,
            "dotnet",
            "build",
            "src/Karvan.Web",
            "-c",
            "Release",
            "-v",
            "quiet",
            "--nologo"
        );
        return folder;
    }

    public static string Run(string folder, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        using var process =
            Process.Start(start) ?? throw new BenchException($"{program} could not be started.");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? said
            : throw new BenchException(
                $"{program} {string.Join(' ', args)} in {folder} ended with {process.ExitCode}: {said}"
            );
    }
}
