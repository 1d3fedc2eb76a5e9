namespace Karvan.Platform.Backups;

/// <summary>Files that SQLite keeps beside its own; one that was left behind would be played into whatever stands at that name next.</summary>
internal static class SqliteBeside
{
    public static readonly string[] Endings = ["-wal", "-shm", "-journal"];

    public static string? FirstOf(string file) =>
        Endings.Select(e => file + e).FirstOrDefault(File.Exists);
}
