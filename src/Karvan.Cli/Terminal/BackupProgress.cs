using Karvan.Platform.Backups;

namespace Karvan.Cli.Terminal;

/// <summary>Shows the stages of a backup on the line of progress.</summary>
internal sealed class BackupProgress(ProgressLine line) : IBackupWatch
{
    public void Begin(string stage, string things = "", long total = 0) =>
        line.Begin(new ProgressStage(stage, things, total));

    public void Report(long things) => line.Report(things);
}
