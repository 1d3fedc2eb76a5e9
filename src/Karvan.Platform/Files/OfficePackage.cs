using System.IO.Compression;
using System.Xml;
using Karvan.Platform.Values;

namespace Karvan.Platform.Files;

/// <summary>
/// Looks into a zip for what Office makes: one main part, no macros, no programs, and not far more inside than it is.
/// Nothing but the list of content types is unpacked, and of that no more than a bound.
/// </summary>
internal static class OfficePackage
{
    private const int MostParts = 10_000;

    /// <summary>Of all parts unpacked, by what the package says of itself.</summary>
    private const long MostUnpacked = 1L << 30;

    /// <summary>Whole packages seldom shrink by more than 30; a bomb shrinks by a thousand.</summary>
    private const long MostShrinking = 200;

    /// <summary>Below this much a package may shrink as it likes: empty sheets do.</summary>
    private const long Harmless = 16L << 20;

    private const long LongestList = 1L << 20;

    private const string ContentTypes = "[Content_Types].xml";
    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly (string MainPart, FileType Type)[] Types =
    [
        (FileType.Word.MediaType() + ".main+xml", FileType.Word),
        (FileType.Excel.MediaType() + ".main+xml", FileType.Excel),
        (FileType.PowerPoint.MediaType() + ".main+xml", FileType.PowerPoint),
        // A presentation that starts by itself has an ending of its own, which is not taken.
    ];

    public static Outcome<FileType, FileRefusal> Check(Stream content)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return Check(zip, content.Length);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException)
        {
            return FileRefusal.Damaged;
        }
    }

    private static Outcome<FileType, FileRefusal> Check(ZipArchive zip, long length)
    {
        if (zip.Entries.Count > MostParts)
        {
            return FileRefusal.Bomb;
        }
        long unpacked = 0;
        foreach (var part in zip.Entries)
        {
            unpacked += Math.Min(part.Length, MostUnpacked + 1);
        }
        if (unpacked > MostUnpacked || (unpacked > Harmless && unpacked / length > MostShrinking))
        {
            return FileRefusal.Bomb;
        }
        if (zip.GetEntry(ContentTypes) is not { } list)
        {
            return FileRefusal.TypeUnknown;
        }
        if (zip.Entries.Any(p => IsMacro(p.Name) || ContentCheck.RunsInside(p.Name)))
        {
            return FileRefusal.Macros;
        }
        var types = Read(list);
        if (types is null)
        {
            return FileRefusal.Bomb;
        }
        if (types.Any(IsMacroType))
        {
            return FileRefusal.Macros;
        }
        var main = Types.Where(t => types.Contains(t.MainPart)).Select(t => t.Type).ToList();
        return main.Count == 1 ? main[0] : FileRefusal.TypeUnknown;
    }

    private static bool IsMacro(string name) =>
        name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("vbaData", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("activeX", StringComparison.OrdinalIgnoreCase);

    private static bool IsMacroType(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    /// <returns>The content types named; null where the list is longer than any honest one.</returns>
    private static HashSet<string>? Read(ZipArchiveEntry list)
    {
        using var bytes = new MemoryStream();
        using (var unpacking = list.Open())
        {
            var buffer = new byte[81920];
            int read;
            while ((read = unpacking.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > LongestList)
                {
                    return null;
                }
            }
        }
        bytes.Position = 0;
        using var xml = XmlReader.Create(
            bytes,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (xml.Read())
        {
            if (
                xml is { NodeType: XmlNodeType.Element, NamespaceURI: Namespace }
                && xml.GetAttribute("ContentType") is { } type
            )
            {
                types.Add(type);
            }
        }
        return types;
    }
}
