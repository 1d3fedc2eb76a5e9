namespace Karvan.Trade.Xlsx;

/// <summary>Tells files that only bear the name <c>.xlsx</c> apart, so that the message can say what they are.</summary>
internal static class FileKind
{
    private static ReadOnlySpan<byte> CompoundFile =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The name, in UTF-16, of the stream that holds a workbook with a password.</summary>
    private static ReadOnlySpan<byte> EncryptedPackage =>
        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <exception cref="Files.UnusableInputException">The file does not begin like a zip archive.</exception>
    public static void RequireZip(FileStream file, string name)
    {
        Span<byte> start = stackalloc byte[8];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.StartsWith("PK"u8))
        {
            return;
        }
        const string Expected = "an .xlsx workbook";
        throw start switch
        {
            [] => WorkbookRefusal.Of(name, "an empty file", Expected, "copy the file again"),
            _ when start.SequenceEqual(CompoundFile) => Contains(file, EncryptedPackage)
                ? WorkbookRefusal.Of(
                    name,
                    "a workbook protected by a password",
                    "an .xlsx workbook without one",
                    "open it, remove the password and save it again"
                )
                : WorkbookRefusal.Of(
                    name,
                    "an old .xls workbook",
                    Expected,
                    "open it in a spreadsheet program and save it as .xlsx"
                ),
            _ => WorkbookRefusal.Of(
                name,
                "bytes that are not an .xlsx workbook",
                Expected,
                "save it as .xlsx in a spreadsheet program, or name it .csv if it is CSV"
            ),
        };
    }

    private static bool Contains(FileStream file, ReadOnlySpan<byte> sought)
    {
        var window = new byte[1 << 16];
        var kept = 0;
        while (true)
        {
            var read = file.Read(window.AsSpan(kept));
            var filled = window.AsSpan(0, kept + read);
            if (filled.IndexOf(sought) >= 0)
            {
                return true;
            }
            if (read == 0)
            {
                return false;
            }
            kept = Math.Min(filled.Length, sought.Length - 1);
            filled[^kept..].CopyTo(window);
        }
    }
}
