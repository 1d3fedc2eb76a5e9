using IOPath = System.IO.Path;

namespace Karvan.Testing.Databases;

/// <summary>
/// The folder of this process's SQLite files: in memory where there is room, since every transaction waits for the disk
/// otherwise. It goes away with the process, or with a later one if this is killed.
/// </summary>
internal static class ProcessFolder
{
    private const string Prefix = "karvan-sqlite.";
    private const string LockName = "lock";
    private const string Memory = "/dev/shm";
    private const long Room = 1L << 30;

    // Held until the process ends, however it ends, so that others see that it lives.
    private static readonly FileStream Alive;

    static ProcessFolder()
    {
        var parent =
            Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= Room
                ? Memory
                : IOPath.GetTempPath();
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            Sweep(folder);
        }
        Path = IOPath.Combine(parent, Prefix + IOPath.GetRandomFileName());
        Directory.CreateDirectory(Path);
        Alive = Lock(Path, FileMode.CreateNew);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(Path);
    }

    public static string Path { get; }

    private static void Sweep(string folder)
    {
        try
        {
            using var dead = Lock(folder, FileMode.Open);
            Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lives, or it is another user's.
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A test still writes here, or another process sweeps too: what is left is for the next sweep.
        }
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(IOPath.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);
}
