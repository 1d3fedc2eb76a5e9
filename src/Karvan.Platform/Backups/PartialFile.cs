using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Karvan.Platform.Backups;

/// <summary>
/// A file that is not whole yet: it stands beside its place under another name, and goes away unless it is kept. Of one that
/// a killed run left, the name says what it was.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const string Ending = ".partial";
    private readonly string place;

    private PartialFile(string place, string path) => (this.place, Path) = (place, path);

    public string Path { get; }

    public static PartialFile Beside(string place)
    {
        place = System.IO.Path.GetFullPath(place);
        var folder = System.IO.Path.GetDirectoryName(place) ?? "/";
        if (!Directory.Exists(folder))
        {
            throw new UnusableBackupException(
                $"{folder}: found no such folder, expected one to write to; make it"
            );
        }
        var name = $".{System.IO.Path.GetFileName(place)}.{Guid.NewGuid():n}{Ending}";
        return new PartialFile(place, System.IO.Path.Combine(folder, name));
    }

    /// <summary>Gives it its own name, and returns when the folder is on disk too. The file itself must be there already.</summary>
    public void Keep(bool replace)
    {
        try
        {
            File.Move(Path, place, replace);
        }
        catch (IOException) when (!replace && File.Exists(place))
        {
            throw new UnusableBackupException(
                $"{place}: found a file that came meanwhile, expected none; nothing was written over"
            );
        }
        SynchroniseFolder(System.IO.Path.GetDirectoryName(place)!);
    }

    public void Dispose()
    {
        File.Delete(Path);
        // What SQLite puts beside a file that it was interrupted in.
        foreach (var ending in SqliteBeside.Endings)
        {
            File.Delete(Path + ending);
        }
    }

    /// <summary>A new name survives the loss of power only when its folder was written out. The library has no call for it.</summary>
    private static void SynchroniseFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var handle = NativeMethods.Open(folder, 0);
        if (handle < 0)
        {
            return;
        }
        using var closed = new SafeFileHandle(handle, ownsHandle: true);
        _ = NativeMethods.Synchronise(handle);
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Synchronise(int handle);
    }
}
