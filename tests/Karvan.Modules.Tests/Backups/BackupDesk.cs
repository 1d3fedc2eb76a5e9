using Karvan.Platform.Backups;
using Karvan.Testing.Databases;

namespace Karvan.Modules.Tests.Backups;

/// <summary>A folder for backups that goes away with the test, and databases without tables.</summary>
internal sealed class BackupDesk : IDisposable
{
    private static readonly DatabaseTemplate Empty = new((_, _) => Task.CompletedTask);

    public BackupDesk() => Directory.CreateDirectory(Folder);

    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), "karvan-backups-" + Path.GetRandomFileName());

    public string File => Path.Combine(Folder, "one.backup");

    public static Task<TestDatabase> EmptyDatabase(Provider provider) => Empty.CopyAsync(provider);

    public static TakeBackup Taking(IBackupWatch? watch = null, string? programs = null) =>
        new(TimeProvider.System, new PostgresPrograms(programs), watch ?? NoWatch.Instance);

    public static RestoreBackup Restoring(IBackupWatch? watch = null) =>
        new(new PostgresPrograms(null), watch ?? NoWatch.Instance);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>Does something when a stage begins.</summary>
internal sealed class AtStage(string stage, Action then) : IBackupWatch
{
    public void Begin(string next, string things = "", long total = 0)
    {
        if (next == stage)
        {
            then();
        }
    }

    public void Report(long things) { }
}
