namespace Karvan.Cli.Output;

/// <summary>
/// The folder inside the result folder where a run writes before anything is moved in. A lock file beside it tells
/// that the run lives. The system lets go of a lock however its holder ended, so that whoever gets it knows that all
/// work folders found there were left behind by runs that were killed, and takes them away.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    public const string LockName = ".karvan-lock";

    private const string Prefix = ".karvan-";

    private readonly FileStream held;

    private RunFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    /// <returns>Null when another run writes to the same result folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static RunFolder? Create(string result)
    {
        Directory.CreateDirectory(result);
        var place = System.IO.Path.Combine(result, LockName);
        if (TryLock(place) is not { } held)
        {
            return null;
        }
        try
        {
            // Some network drives know no locks. There nobody can tell whose folders they are, and all stay.
            using (var second = TryLock(place))
            {
                if (second is null)
                {
                    Sweep(result);
                }
            }
            var path = System.IO.Path.Combine(result, Prefix + System.IO.Path.GetRandomFileName());
            Directory.CreateDirectory(path);
            return new RunFolder(path, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
        held.Dispose();
    }

    private static FileStream? TryLock(string place)
    {
        try
        {
            // With these options together the framework looks whether the file it locked is still the one of that name.
            return new FileStream(
                place,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException) when (File.Exists(place))
        {
            return null;
        }
    }

    private static void Sweep(string result)
    {
        foreach (
            var abandoned in Directory.GetDirectories(result, Prefix + "*").Where(IsWorkFolder)
        )
        {
            try
            {
                Directory.Delete(abandoned, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Left by another user, perhaps. It is in nobody's way, and the next run tries again.
            }
        }
    }

    /// <summary>Only names as this class makes them, eight characters and three: anything else is somebody's own.</summary>
    private static bool IsWorkFolder(string path) =>
        System.IO.Path.GetFileName(path.AsSpan())[Prefix.Length..]
            is [_, _, _, _, _, _, _, _, '.', _, _, _];
}
