using System.Diagnostics;
using Karvan.Cli.Commands;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>What a run said and how it ended.</summary>
internal sealed record Ran(int Exit, string Out, string Error);

/// <summary>Runs the command line: as a program of its own, or inside this one, one run at a time.</summary>
internal static class KarvanProgram
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static string Path { get; } =
        System.IO.Path.Combine(
            Repository.Root,
            "artifacts",
            "bin",
            "Karvan.Cli",
            "release",
            "karvan.dll"
        );

    public static Process Start(
        IEnumerable<string> arguments,
        params IEnumerable<(string Name, string Value)> environment
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    public static async Task<Ran> Run(
        IEnumerable<string> arguments,
        params IEnumerable<(string Name, string Value)> environment
    )
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, await output, await error);
    }

    public static async Task<Ran> RunHere(params string[] arguments)
    {
        await OneAtATime.WaitAsync();
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(complained);
            var exit = await KarvanCommand.RunAsync(arguments);
            return new Ran(exit, said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
            OneAtATime.Release();
        }
    }
}
