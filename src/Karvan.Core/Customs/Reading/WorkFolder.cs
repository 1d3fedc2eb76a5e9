namespace Karvan.Core.Customs;

/// <summary>
/// A folder of one job's own on this machine, gone with it. A killed process leaves its folder behind; the next one that
/// makes such a folder takes it away, told by a lock that the system gives back when a process ends.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Prefix = "karvan-customs-";
    private const string LockName = "lock";

    private readonly FileStream held;

    public WorkFolder(string? within = null)
    {
        var root = within ?? System.IO.Path.GetTempPath();
        Sweep(root);
        Path = System.IO.Path.Combine(root, Prefix + System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            // Customs lines are nobody else's business.
            Directory.CreateDirectory(
                Path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
        held = Hold(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private static FileStream Hold(string folder) =>
        new(
            System.IO.Path.Combine(folder, LockName),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );

    private static void Sweep(string root)
    {
        foreach (var left in Directory.EnumerateDirectories(root, Prefix + "*"))
        {
            try
            {
                // One that was just made may have no lock yet.
                if (System.IO.File.Exists(System.IO.Path.Combine(left, LockName)))
                {
                    Hold(left).Dispose();
                    Directory.Delete(left, recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody is at work in it, or it is another user's.
            }
        }
    }
}
