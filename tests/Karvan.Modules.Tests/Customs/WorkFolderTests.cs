using Karvan.Customs.Reading;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>What a job puts on the disk of its machine goes with it, and what a killed one left goes with the next.</summary>
public sealed class WorkFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("karvan-test-").FullName;

    [Fact]
    public void It_is_its_jobs_alone_and_gone_with_it()
    {
        string path;
        using (var folder = new WorkFolder(root))
        {
            path = folder.Path;
            File.WriteAllText(folder.File("sent"), "lines");
            Assert.Equal(root, Path.GetDirectoryName(path));
            if (!OperatingSystem.IsWindows())
            {
                // rwx------
                Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(path));
            }
        }
        Assert.False(Directory.Exists(path));
        Assert.Empty(Directory.GetFileSystemEntries(root));
    }

    [Fact]
    public void The_next_one_sweeps_what_a_killed_process_left_and_nothing_else()
    {
        // A lock that nobody holds is all that a killed process leaves of itself.
        var killed = Left("karvan-customs-killed", "lock", "sent", "deep/lines");
        var making = Left("karvan-customs-making");
        var others = Left("karvan-backup-others", "lock", "sent");
        using var alive = new WorkFolder(root);
        File.WriteAllText(alive.File("sent"), "lines");
        Assert.False(Directory.Exists(killed));

        var next = Left("karvan-customs-next", "lock");
        using var second = new WorkFolder(root);
        Assert.False(Directory.Exists(next));
        Assert.Equal("lines", File.ReadAllText(alive.File("sent")));
        Assert.Equal(
            new[] { alive.Path, making, others, second.Path }.Order(StringComparer.Ordinal),
            Directory.GetDirectories(root).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Many at once, as previews and jobs of several processes are: each makes one, and sweeps what the others just left.</summary>
    [Fact]
    public async Task Nobody_sweeps_a_folder_that_is_being_made_used_or_taken_away()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(() =>
                    {
                        for (var turn = 0; turn < 50; turn++)
                        {
                            using var folder = new WorkFolder(root);
                            File.WriteAllText(folder.File("sent"), $"{n} {turn}");
                            Assert.Equal($"{n} {turn}", File.ReadAllText(folder.File("sent")));
                        }
                    })
                )
        );
        Assert.Empty(Directory.GetFileSystemEntries(root));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Left(string name, params string[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
        return folder;
    }
}
