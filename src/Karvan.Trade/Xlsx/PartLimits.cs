using System.IO.Compression;

namespace Karvan.Trade.Xlsx;

/// <summary>
/// Sizes beyond which a part of a workbook is taken for a trap rather than for data. The sizes of the zip's directory
/// are to be believed: nothing behind a declared size is ever unpacked, and a part with another size is refused.
/// </summary>
internal static class PartLimits
{
    /// <summary>Sheets of a million real rows shrink to a tenth or a thirtieth; zip at its utmost, to a thousandth.</summary>
    private const int HighestRatio = 200;
    private const long AlwaysAllowed = 64L * WorkbookFile.MiB;

    public static void Check(ZipArchiveEntry part, string name, long largest)
    {
        if (part.Length > largest)
        {
            throw WorkbookRefusal.Of(
                $"{name}, {part.FullName}",
                $"{part.Length / WorkbookFile.MiB} MiB",
                $"{largest / WorkbookFile.MiB} MiB at most",
                "save the sheet as CSV instead"
            );
        }
        if (part.Length > AlwaysAllowed && part.Length / HighestRatio > part.CompressedLength)
        {
            throw WorkbookRefusal.Of(
                $"{name}, {part.FullName}",
                $"{part.Length} bytes packed into {part.CompressedLength}",
                $"{HighestRatio} times the packed size at most",
                "delete the empty formatted rows, or save the sheet as CSV instead"
            );
        }
    }
}
