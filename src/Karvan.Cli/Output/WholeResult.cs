using System.Text.Json;
using Karvan.Cli.Terminal;

namespace Karvan.Cli.Output;

/// <summary>
/// A result folder whose files are those of one run. A run that was cut off while it moved its files in leaves no
/// report, and the report names every file it belongs to.
/// </summary>
internal sealed class WholeResult
{
    private readonly string folder;
    private readonly List<FileFingerprint> files;

    private WholeResult(string folder, List<FileFingerprint> files) =>
        (this.folder, this.files) = (folder, files);

    /// <exception cref="UnusableRequestException">The folder holds no result, or half of one, or parts of two.</exception>
    public static WholeResult Open(string folder)
    {
        var path = Path.Combine(folder, ResultFolder.Mark);
        if (!File.Exists(path))
        {
            throw new UnusableRequestException(
                $"--result: found no {ResultFolder.Mark} in {folder}, expected a folder that karvan score wrote to the end; run karvan score again"
            );
        }
        var result = new WholeResult(folder, FilesIn(path));
        foreach (var file in result.files)
        {
            Compare(folder, file);
        }
        return result;
    }

    /// <exception cref="UnusableRequestException">The run wrote no such file.</exception>
    public string Explanations()
    {
        const string Name = "explanations.jsonl";
        return files.Exists(f => f.File is Name)
            ? Path.Combine(folder, Name)
            : throw new UnusableRequestException(
                $"--result: found no {Name} among the files of {folder}, expected one; run karvan score with --explain all"
            );
    }

    private static void Compare(string folder, FileFingerprint expected)
    {
        var path = Path.Combine(folder, expected.File);
        if (!File.Exists(path))
        {
            throw Mixed($"no {path}", "one");
        }
        var length = new FileInfo(path).Length;
        if (length != expected.Bytes)
        {
            throw Mixed($"{path} with {length} bytes", $"{expected.Bytes}");
        }
        if (FileFingerprint.Of(folder, expected.File) != expected)
        {
            throw Mixed($"{path} with other bytes", "those of the same run");
        }
    }

    private static UnusableRequestException Mixed(string found, string expected) =>
        new(
            $"--result: found {found}, expected {expected} by the {ResultFolder.Mark} beside it; the folder holds parts of two results, or a file was changed: run karvan score again"
        );

    private static List<FileFingerprint> FilesIn(string path)
    {
        try
        {
            using var report = JsonDocument.Parse(File.ReadAllBytes(path));
            return
            [
                .. report
                    .RootElement.GetProperty(ReportJson.Result)
                    .EnumerateArray()
                    .Select(file => new FileFingerprint(
                        file.GetProperty("file").GetString() ?? throw new FormatException(),
                        file.GetProperty("bytes").GetInt64(),
                        file.GetProperty("sample").GetString() ?? ""
                    )),
            ];
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            throw new UnusableRequestException(
                $"--result: found a report in {path} that names no files of the result, expected the file that karvan score wrote; run karvan score again"
            );
        }
    }
}
