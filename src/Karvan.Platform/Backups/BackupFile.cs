using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Karvan.Platform.Backups;

/// <summary>
/// A backup on disk: one line of fixed length (what it is, the length of the head, the hash of its rest), the manifest as
/// JSON, blanks up to that length, then the content.
/// </summary>
public sealed class BackupFile : IDisposable
{
    private const string Name = "karvan-backup";
    private const string Format = "1";
    private const int HashDigits = 64;
    private const int LengthDigits = 10;
    private const int Step = 1 << 20;
    private const int Alignment = 4096;

    /// <summary>A head longer than this is none.</summary>
    private const int LongestHead = 1 << 26;

    private static readonly int FirstLine =
        Name.Length + Format.Length + LengthDigits + HashDigits + 4;

    private readonly string path;
    private readonly FileStream file;
    private readonly long begin;

    private BackupFile(string path, FileStream file, BackupManifest manifest, long begin) =>
        (this.path, this.file, Manifest, this.begin) = (path, file, manifest, begin);

    public BackupManifest Manifest { get; }

    /// <exception cref="UnusableBackupException">It is no backup, or a damaged one, or cut short.</exception>
    public static BackupFile Open(string path)
    {
        FileStream opened;
        try
        {
            opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Step);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableBackupException(
                $"{path}: found no file that can be read ({e.Message}), expected a backup"
            );
        }
        try
        {
            var (manifest, begin) = ReadHead(path, opened);
            var expected = begin + manifest.Length;
            return opened.Length == expected
                ? new BackupFile(path, opened, manifest, begin)
                : throw new UnusableBackupException(
                    $"{path}: found {opened.Length} bytes, expected {expected}: the backup was cut short or something was added; take another copy of it"
                );
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Reads the whole content once and compares its hash.</summary>
    /// <exception cref="UnusableBackupException">The content is not what was written.</exception>
    public async Task Verify(IBackupWatch watch, CancellationToken cancellation)
    {
        watch.Begin("checking the backup", "bytes", Manifest.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var content = Content();
        var buffer = new byte[Step];
        var done = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            watch.Report(done += read);
        }
        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (!string.Equals(found, Manifest.Sha256, StringComparison.Ordinal))
        {
            throw new UnusableBackupException(
                $"{path}: found content with SHA-256 {found}, expected {Manifest.Sha256}: the backup is damaged; take another copy of it"
            );
        }
    }

    /// <summary>The content from its beginning; the next call begins anew.</summary>
    public Stream Content()
    {
        file.Position = begin;
        return file;
    }

    public void Dispose() => file.Dispose();

    /// <summary>The head of a file for a manifest, at least as long as it will be with the hash and length of its content.</summary>
    internal static int RoomFor(BackupManifest draft)
    {
        var longest = draft with { Length = long.MaxValue, Sha256 = new string('0', HashDigits) };
        var bytes = FirstLine + longest.ToBytes().Length + 1;
        return (bytes + Alignment - 1) / Alignment * Alignment;
    }

    internal static byte[] Head(BackupManifest manifest, int room)
    {
        var head = new byte[room];
        head.AsSpan().Fill((byte)' ');
        manifest.ToBytes().CopyTo(head, FirstLine);
        head[^1] = (byte)'\n';
        var hash = Convert.ToHexStringLower(SHA256.HashData(head.AsSpan(FirstLine)));
        var length = room.ToString("D10", CultureInfo.InvariantCulture);
        Encoding.ASCII.GetBytes($"{Name} {Format} {length} {hash}\n").CopyTo(head, 0);
        return head;
    }

    private static (BackupManifest Manifest, long Begin) ReadHead(string path, FileStream file)
    {
        var first = new byte[FirstLine];
        var read = file.ReadAtLeast(first, FirstLine, throwOnEndOfStream: false);
        var words = Encoding.ASCII.GetString(first, 0, read).Split(' ', '\n');
        if (words[0] is not Name || words.Length < 2)
        {
            throw new UnusableBackupException(
                $"{path}: found no backup of Karvan, expected a file that karvan backup wrote"
            );
        }
        if (words[1] is not Format)
        {
            throw new UnusableBackupException(
                $"{path}: found a backup of format '{words[1]}', expected {Format}: a newer Karvan wrote it; restore it with that"
            );
        }
        if (
            words.Length < 4
            || words[3].Length != HashDigits
            || !int.TryParse(
                words[2],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var length
            )
            || length <= FirstLine
            || length > LongestHead
        )
        {
            throw Damaged(path, "its first line is broken");
        }
        var rest = new byte[length - FirstLine];
        if (file.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length)
        {
            throw Damaged(path, "it ends within its manifest");
        }
        if (Convert.ToHexStringLower(SHA256.HashData(rest)) != words[3])
        {
            throw Damaged(path, "its manifest was changed");
        }
        try
        {
            return (BackupManifest.Parse(rest), length);
        }
        catch (JsonException e)
        {
            throw Damaged(path, $"its manifest cannot be read ({e.Message})");
        }
    }

    private static UnusableBackupException Damaged(string path, string found) =>
        new(
            $"{path}: found a damaged backup ({found}), expected it as karvan backup wrote it; take another copy of it"
        );
}
