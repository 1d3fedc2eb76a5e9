using Karvan.Platform.Values;

namespace Karvan.Platform.Files;

/// <summary>Tells what a file is from its bytes, and refuses what runs. The name is believed in nothing; it may only not contradict.</summary>
internal static class ContentCheck
{
    private const int HeadLength = 512;

    /// <summary>Endings of what a machine would run; the content of scripts cannot be told from any other text.</summary>
    private static readonly HashSet<string> Running = new(StringComparer.Ordinal)
    {
        ".exe",
        ".dll",
        ".com",
        ".scr",
        ".msi",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".vbe",
        ".js",
        ".mjs",
        ".jse",
        ".wsf",
        ".jar",
        ".sh",
        ".py",
        ".pl",
        ".php",
        ".hta",
        ".htm",
        ".html",
        ".xhtml",
        ".svg",
        ".lnk",
        ".reg",
        ".apk",
        ".app",
        ".bin",
    };

    /// <param name="content">A whole file that can be read at any place; its position is moved.</param>
    public static async Task<Outcome<FileType, FileRefusal>> Of(
        Stream content,
        string name,
        CancellationToken cancellation = default
    )
    {
        if (content.Length == 0)
        {
            return FileRefusal.Empty;
        }
        var ending = UploadedName.Ending(name);
        content.Position = 0;
        var head = new byte[HeadLength];
        var length = await content.ReadAtLeastAsync(
            head,
            head.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        var found = TypeOf(head.AsSpan(0, length));
        if (found is { } type)
        {
            return Named(type, ending);
        }
        if (IsZip(head))
        {
            var office = OfficePackage.Check(content);
            return office.Done ? Named(office.Value, ending) : office;
        }
        return Running.Contains(ending) || Runs(head.AsSpan(0, length)) ? FileRefusal.Executable
            : IsOldOffice(head) ? FileRefusal.OldOffice
            : FileRefusal.TypeUnknown;
    }

    /// <summary>A part of a package that a machine would run. Office itself names its embedded objects <c>.bin</c>.</summary>
    public static bool RunsInside(string name) =>
        UploadedName.Ending(name) is var ending
        && ending is not ".bin" and not ".svg"
        && Running.Contains(ending);

    private static Outcome<FileType, FileRefusal> Named(FileType type, string ending) =>
        type.Endings().Contains(ending, StringComparer.Ordinal) ? type : FileRefusal.Mismatched;

    /// <summary>By the first bytes. A PDF must begin at the first byte, so that nothing else can stand before it.</summary>
    private static FileType? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileType.Pdf
        : IsPng(head) ? FileType.Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileType.Jpeg
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8)
            ? FileType.WebP
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? FileType.Tiff
        : null;

    private static bool IsPng(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    private static bool IsOldOffice(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static bool Runs(ReadOnlySpan<byte> head) =>
        // Windows, Linux, macOS (four forms; one is Java's too), a Windows link, a script, WebAssembly.
        head.StartsWith("MZ"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46])
        || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xED, 0xFA])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCE, 0xFA, 0xED, 0xFE])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE])
        || head.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x00, 0x00, 0x00])
        || head.StartsWith((ReadOnlySpan<byte>)[0x00, 0x61, 0x73, 0x6D])
        || head.StartsWith("#!"u8)
        || IsMarkup(head);

    /// <summary>HTML, SVG and other markup, behind whatever marks and blanks: a browser would run its scripts.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            head = head[3..];
        }
        else if (
            head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        )
        {
            head = head[2..];
        }
        return head.TrimStart(" \t\r\n\f\0"u8).StartsWith("<"u8);
    }
}
