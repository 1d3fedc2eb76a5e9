namespace Karvan.Platform.Files;

/// <summary>What a file is by its content. Nothing else is taken.</summary>
public enum FileType
{
    Pdf,
    Png,
    Jpeg,
    WebP,
    Tiff,
    Word,
    Excel,
    PowerPoint,
}

public static class FileTypes
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static string MediaType(this FileType type) =>
        type switch
        {
            FileType.Pdf => "application/pdf",
            FileType.Png => "image/png",
            FileType.Jpeg => "image/jpeg",
            FileType.WebP => "image/webp",
            FileType.Tiff => "image/tiff",
            FileType.Word => Office + "wordprocessingml.document",
            FileType.Excel => Office + "spreadsheetml.sheet",
            FileType.PowerPoint => Office + "presentationml.presentation",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary>Endings a name may have, the usual one first; small letters with the dot.</summary>
    public static IReadOnlyList<string> Endings(this FileType type) =>
        type switch
        {
            FileType.Pdf => [".pdf"],
            FileType.Png => [".png"],
            FileType.Jpeg => [".jpg", ".jpeg", ".jfif"],
            FileType.WebP => [".webp"],
            FileType.Tiff => [".tif", ".tiff"],
            FileType.Word => [".docx"],
            FileType.Excel => [".xlsx"],
            FileType.PowerPoint => [".pptx"],
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary>Images that every browser draws by itself; a TIFF is only handed over.</summary>
    public static bool IsShownAsImage(this FileType type) =>
        type is FileType.Png or FileType.Jpeg or FileType.WebP;

    /// <summary>Every ending that is taken: for <c>accept</c> of a field.</summary>
    public static string Accept { get; } =
        string.Join(',', Enum.GetValues<FileType>().SelectMany(t => t.Endings()));
}
