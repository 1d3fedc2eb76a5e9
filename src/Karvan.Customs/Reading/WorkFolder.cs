namespace Karvan.Customs.Reading;

/// <summary>
/// A folder of one job's own on this machine, gone with it. A killed process leaves its folder behind; the next one that
/// makes such a folder takes it away, told by a lock that the system gives back when a process ends.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Prefix = "karvan-customs-";
    private const string NewPrefix = "karvan-new-customs-";
    private const string LockName = "lock";

    /// <summary>Making a folder takes no time; one that is still new after so long was never finished.</summary>
    private static readonly TimeSpan LongestMaking = TimeSpan.FromHours(1);

    private readonly FileStream held;

    public WorkFolder(string? within = null)
    {
        var root = within ?? System.IO.Path.GetTempPath();
        var name = System.IO.Path.GetRandomFileName();
        // Under a name that nobody sweeps until the lock is held, so that none is taken away before.
        var made = System.IO.Path.Combine(root, NewPrefix + name);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(made);
        }
        else
        {
            // Customs lines are nobody else's business.
            Directory.CreateDirectory(
                made,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
        held = Hold(made, FileMode.CreateNew);
        Path = System.IO.Path.Combine(root, Prefix + name);
        Directory.Move(made, Path);
        Sweep(root, Directory.GetCreationTimeUtc(Path));
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // Still held: whoever sweeps at this moment leaves it alone.
        Directory.Delete(Path, recursive: true);
        held.Dispose();
    }

    private static FileStream Hold(string folder, FileMode mode) =>
        new(
            System.IO.Path.Combine(folder, LockName),
            mode,
            FileAccess.ReadWrite,
            // On Windows a file that is to be deleted while it is open has to say so; elsewhere the lock is as strict.
            OperatingSystem.IsWindows()
                ? FileShare.Delete
                : FileShare.None
        );

    private static void Sweep(string root, DateTime now)
    {
        foreach (var left in Directory.EnumerateDirectories(root, Prefix + "*"))
        {
            Away(left, () => Hold(left, FileMode.Open).Dispose());
        }
        foreach (var left in Directory.EnumerateDirectories(root, NewPrefix + "*"))
        {
            if (now - Directory.GetCreationTimeUtc(left) > LongestMaking)
            {
                Away(left, () => { });
            }
        }
    }

    private static void Away(string left, Action ifNobody)
    {
        try
        {
            ifNobody();
            Directory.Delete(left, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is at work in it, or it is another user's, or gone meanwhile.
        }
    }
}
