using System.IO.Compression;
using System.Text;

namespace Karvan.Modules.Tests.Files;

/// <summary>Bytes of small files, as their programs begin them.</summary>
internal static class SampleFiles
{
    public const string WordMain =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelMain =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string PowerPointMain =
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public static byte[] Pdf(string text = "hello") =>
        Encoding.ASCII.GetBytes($"%PDF-1.4\n% {text}\n%%EOF\n");

    /// <summary>A PDF of exactly so many bytes.</summary>
    public static byte[] PdfOf(int length)
    {
        var bytes = new byte[length];
        "%PDF-1.4\n"u8.CopyTo(bytes);
        for (var i = 9; i < length; i++)
        {
            bytes[i] = (byte)(i * 31 + i / 256);
        }
        return bytes;
    }

    public static byte[] Office(
        string mainType,
        params IReadOnlyList<(string Name, byte[] Bytes)> more
    ) => Zip([("[Content_Types].xml", ContentTypes(mainType)), .. more]);

    public static byte[] ContentTypes(params IReadOnlyList<string> types) =>
        Encoding.UTF8.GetBytes(
            """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
                + string.Concat(
                    types.Select(
                        (t, i) => $"""<Override PartName="/p{i}.xml" ContentType="{t}"/>"""
                    )
                )
                + "</Types>"
        );

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
