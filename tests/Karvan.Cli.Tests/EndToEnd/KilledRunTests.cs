using System.Diagnostics;
using Karvan.Cli.Output;
using Karvan.Customs.Reading;
using Xunit;

namespace Karvan.Cli.Tests.EndToEnd;

/// <summary>What a run that was killed leaves behind, and what the next run to the same place makes of it.</summary>
public sealed class KilledRunTests
{
    /// <summary>A pipe that never ends stands for a file that takes long.</summary>
    [Fact]
    public async Task The_next_run_takes_away_what_a_killed_one_left()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        using var input = new SmallInput();
        var lines = File.ReadAllText(input["declarations.csv"]);
        await MakePipe(input["declarations.csv"]);
        using (var process = KarvanProgram.Start(input.Arguments()))
        {
            // Opening waits until the program reads.
            await using var pipe = new FileStream(
                input["declarations.csv"],
                FileMode.Open,
                FileAccess.Write
            );
            Assert.Single(WorkFolders(input.Out));

            var second = await input.Score();
            Assert.Equal(2, second.Exit);
            Assert.Contains(
                "--out: found another run that is writing to",
                second.Error,
                StringComparison.Ordinal
            );
            Assert.Single(WorkFolders(input.Out));

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Single(WorkFolders(input.Out));
        File.Delete(input["declarations.csv"]);
        File.WriteAllText(input["declarations.csv"], lines);
        var ran = await input.Score();
        Assert.True(ran.Exit == 0, ran.Error);
        Assert.Equal(
            ["explanations.jsonl", "rejected.csv", "report.json", "rulebook", "scores.csv"],
            Directory
                .EnumerateFileSystemEntries(input.Out)
                .Select(path => Path.GetFileName(path)!)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    /// <summary>Rejections by the hundred thousand go to a temporary file, which has no name by then.</summary>
    [Fact]
    public async Task No_temporary_file_outlives_a_killed_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are listed in /proc.");
        using var input = new SmallInput();
        using var temporary = new Scratch();
        await MakePipe(input["declarations.csv"]);
        using var process = KarvanProgram.Start(input.Arguments(), ("TMPDIR", temporary.Folder));
        await using var pipe = new FileStream(
            input["declarations.csv"],
            FileMode.Open,
            FileAccess.Write
        );
        await using var writer = new StreamWriter(pipe);
        await writer.WriteAsync(SmallInput.DeclarationsHeader + "\n");
        var prefix = temporary["karvan-"];
        var lines = string.Concat(Enumerable.Repeat("x\n", 50_000));
        for (
            var i = 0;
            i < 400
                && !OpenFiles(process.Id).Any(f => f.StartsWith(prefix, StringComparison.Ordinal));
            i++
        )
        {
            await writer.WriteAsync(lines);
        }
        Assert.Contains(OpenFiles(process.Id), f => f.StartsWith(prefix, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(temporary.Folder, "karvan-*"));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetFiles(temporary.Folder, "karvan-*"));
        // Nobody reads any more what the writer may still hold.
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await writer.WriteAsync(lines);
            await writer.FlushAsync(TestContext.Current.CancellationToken);
        });
    }

    [Fact]
    public async Task Only_names_of_work_folders_are_taken_away()
    {
        using var input = new SmallInput();
        string[] others = [".karvan-notes", ".karvan-abcdefgh.ijkl", "karvan-abcdefgh.ijk"];
        foreach (var name in others.Append(".karvan-abcdefgh.ijk"))
        {
            Directory.CreateDirectory(Path.Combine(input.Out, name));
            File.WriteAllText(Path.Combine(input.Out, name, "scores.csv"), "half");
        }
        File.WriteAllText(Path.Combine(input.Out, ".karvan-aaaaaaaa.aaa"), "a file");
        Assert.Equal(0, (await input.Score()).Exit);
        Assert.All(
            others,
            name => Assert.True(File.Exists(Path.Combine(input.Out, name, "scores.csv")))
        );
        Assert.True(File.Exists(Path.Combine(input.Out, ".karvan-aaaaaaaa.aaa")));
        Assert.False(Path.Exists(Path.Combine(input.Out, ".karvan-abcdefgh.ijk")));
    }

    [Fact]
    public void A_work_folder_in_use_is_left_alone()
    {
        using var scratch = new Scratch();
        using (var first = RunFolder.Create(scratch["r"]))
        {
            Assert.NotNull(first);
            File.WriteAllText(Path.Combine(first.Path, "scores.csv"), "half");
            Assert.Null(RunFolder.Create(scratch["r"]));
            Assert.True(File.Exists(Path.Combine(first.Path, "scores.csv")));
            Assert.True(File.Exists(Path.Combine(scratch["r"], RunFolder.LockName)));
        }
        using var next = RunFolder.Create(scratch["r"]);
        Assert.NotNull(next);
    }

    private static string[] WorkFolders(string result) =>
        Directory.GetDirectories(result, ".karvan-????????.???");

    private static async Task MakePipe(string path)
    {
        File.Delete(path);
        using var made = Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, made.ExitCode);
    }

    private static IEnumerable<string> OpenFiles(int process) =>
        Directory
            .EnumerateFiles($"/proc/{process}/fd")
            .Select(link => new FileInfo(link).LinkTarget ?? "");
}
