using Karvan.Cli.Terminal;

namespace Karvan.Cli.Output;

/// <summary>
/// Writes a result beside its place and moves it in when all is done: whatever fails, an older result stays as it was.
/// Other files in the folder are left alone.
/// </summary>
internal sealed class ResultFolder : IDisposable
{
    /// <summary>Moved last and removed first: a folder with a report is whole.</summary>
    public const string Mark = "report.json";

    private static readonly string[] Files = ["scores.csv", "explanations.jsonl", "rejected.csv"];

    private readonly string target;
    private readonly RunFolder work;

    private ResultFolder(string target, RunFolder work) =>
        (this.target, this.work) = (target, work);

    /// <exception cref="UnusableRequestException">The folder cannot be written.</exception>
    public static ResultFolder Begin(string target)
    {
        var full = Path.GetFullPath(target);
        if (File.Exists(full))
        {
            throw new UnusableRequestException(
                $"--out: found a file at {target}, expected a folder or nothing"
            );
        }
        foreach (var name in Files.Append(Mark))
        {
            if (Directory.Exists(Path.Combine(full, name)))
            {
                throw new UnusableRequestException(
                    $"--out: found a folder at {Path.Combine(target, name)}, expected a file or nothing"
                );
            }
        }
        if (File.Exists(Path.Combine(full, RulebookCopy.Folder)))
        {
            throw new UnusableRequestException(
                $"--out: found a file at {Path.Combine(target, RulebookCopy.Folder)}, expected a folder or nothing"
            );
        }
        try
        {
            return RunFolder.Create(full) is { } work
                ? new ResultFolder(full, work)
                : throw new UnusableRequestException(
                    $"--out: found another run that is writing to {target}, expected none; wait until it has ended, or choose another folder"
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableRequestException(
                $"--out: {target} cannot be written ({e.Message}), expected a folder that can"
            );
        }
    }

    public string PathOf(string file)
    {
        var path = Path.Combine(work.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The files written so far, by which a reader can tell that they belong together.</summary>
    public IReadOnlyList<FileFingerprint> Fingerprints() =>
        [
            .. Directory
                .EnumerateFiles(work.Path, "*", SearchOption.AllDirectories)
                .Select(made => Path.GetRelativePath(work.Path, made).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(file => FileFingerprint.Of(work.Path, file)),
        ];

    public void Commit()
    {
        File.Delete(Path.Combine(target, Mark));
        var rulebook = Path.Combine(work.Path, RulebookCopy.Folder);
        foreach (var made in Directory.EnumerateFiles(rulebook, "*", SearchOption.AllDirectories))
        {
            // One by one: somebody's own files may stand in a folder of the same name.
            var place = Path.Combine(target, Path.GetRelativePath(work.Path, made));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(made, place, overwrite: true);
        }
        foreach (var file in Files)
        {
            var made = Path.Combine(work.Path, file);
            if (File.Exists(made))
            {
                File.Move(made, Path.Combine(target, file), overwrite: true);
            }
            else
            {
                File.Delete(Path.Combine(target, file));
            }
        }
        File.Move(Path.Combine(work.Path, Mark), Path.Combine(target, Mark), overwrite: true);
    }

    public void Dispose()
    {
        work.Dispose();
        try
        {
            if (!Directory.EnumerateFileSystemEntries(target).Any())
            {
                Directory.Delete(target);
            }
        }
        catch (IOException)
        {
            // Gone already, or the next run has just begun in it.
        }
    }
}
