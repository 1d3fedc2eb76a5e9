using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Records;

/// <summary>Files of a record, with what became of each.</summary>
public sealed record FileList(IReadOnlyList<FileEntry> Files);

/// <param name="Href">Null where it may not be opened yet.</param>
/// <param name="RemoveHref">A page that asks before it removes.</param>
public sealed record FileEntry(
    string Name,
    long Bytes,
    DateTimeOffset Added,
    string AddedBy,
    FileScan Scan,
    string? Href,
    string? RemoveHref = null,
    Said? About = null
);

public enum FileScan
{
    /// <summary>No scanner is set up.</summary>
    NotScanned,
    Waiting,
    Clean,
    Refused,
}

public static class FileScans
{
    public static Status Status(this FileScan scan) =>
        scan switch
        {
            FileScan.NotScanned => new Status("file.not-scanned", StatusKind.Quiet),
            FileScan.Waiting => new Status("file.waiting", StatusKind.Going),
            FileScan.Refused => new Status("file.refused", StatusKind.Bad),
            _ => new Status("file.clean", StatusKind.Good),
        };
}
