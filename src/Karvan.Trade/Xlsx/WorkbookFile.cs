using System.IO.Compression;
using System.IO.Packaging;
using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>
/// The parts of an opened workbook that matter here. Their bytes come from the zip's own entries, because only those
/// tell sizes before, and checksums after, the reading.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    public const int MiB = 1 << 20;
    private const int LargestSmallPart = 64 * MiB;
    private const int LargestStrings = 256 * MiB;
    private const int LargestRelations = 16 * MiB;

    private readonly string name;
    private readonly FileStream file;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly string? wanted;
    private ZipArchiveEntry? sheet;
    private ZipArchiveEntry? strings;
    private ZipArchiveEntry? styles;
    private CheckedPart? rows;
    private bool from1904;

    private WorkbookFile(FileStream file, string name, string? wanted)
    {
        this.wanted = wanted;
        this.file = file;
        this.name = name;
        zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
    }

    /// <param name="file">Owned by the result.</param>
    /// <param name="name">How messages name the file.</param>
    /// <param name="wanted">The name of the sheet; null: the first visible one.</param>
    public static WorkbookFile Open(FileStream file, string name, string? wanted = null)
    {
        FileKind.RequireZip(file, name);
        var workbook = new WorkbookFile(file, name, wanted);
        try
        {
            workbook.ListEntries();
            workbook.FindParts();
            return workbook;
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public IReadOnlyList<SheetEntry> Sheets { get; private set; } = [];

    /// <summary>The name of the sheet that is read.</summary>
    public string SheetName { get; private set; } = "";

    public SharedStrings ReadStrings()
    {
        if (strings is null)
        {
            return SharedStrings.None;
        }
        using var xml = Open(strings, LargestStrings);
        return SharedStrings.Read(xml, PlaceOf(strings));
    }

    public CellStyles ReadStyles()
    {
        if (styles is null)
        {
            return CellStyles.None(from1904);
        }
        using var xml = Open(styles, LargestSmallPart);
        return CellStyles.Read(xml, from1904);
    }

    public XmlReader OpenSheet()
    {
        PartLimits.Check(sheet!, name, long.MaxValue);
        rows = new CheckedPart(sheet!, PlaceOf(sheet!));
        return PartXml.Open(rows);
    }

    /// <summary>How much of the file is used up: everything but the rest of the sheet, which is read last.</summary>
    public long PackedBytes =>
        rows is null ? 0 : file.Length - sheet!.CompressedLength + rows.PackedBytes;

    public void Dispose()
    {
        zip.Dispose();
        file.Dispose();
    }

    private void ListEntries()
    {
        foreach (var entry in zip.Entries)
        {
            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw WorkbookRefusal.Of(
                    name,
                    $"two parts with the name {entry.FullName}",
                    "each part once",
                    "save it again from a spreadsheet program"
                );
            }
            if (
                entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)
            )
            {
                PartLimits.Check(entry, name, LargestRelations);
            }
        }
    }

    private void FindParts()
    {
        using var package = Package.Open(file, FileMode.Open, FileAccess.Read);
        var main = new PackageParts(package, name);
        Verify("[Content_Types].xml");
        Verify("_rels/.rels");
        var workbook = EntryOf(main.Workbook);
        using (var xml = Open(workbook, LargestSmallPart))
        {
            var list = SheetList.Read(xml);
            from1904 = list.From1904;
            Verify(main.Relationships);
            Sheets = list.Sheets;
            foreach (
                var entry in wanted is null ? list.Sheets.Where(s => s.Visible) : [Wanted(wanted)]
            )
            {
                if (main.Worksheet(entry.Id) is { } part)
                {
                    (sheet, SheetName) = (EntryOf(part), entry.Name);
                    break;
                }
            }
        }
        if (sheet is null)
        {
            throw WorkbookRefusal.Of(
                PlaceOf(workbook),
                "no visible worksheet",
                "one with a header row and data",
                "unhide the sheet with the data and save it again"
            );
        }
        strings = main.SharedStrings is { } texts ? EntryOf(texts) : null;
        styles = main.Styles is { } formats ? EntryOf(formats) : null;
    }

    private SheetEntry Wanted(string wantedName)
    {
        var found = Sheets.FirstOrDefault(s =>
            s.Name.Trim().Equals(wantedName.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        if (found is { Visible: true })
        {
            return found;
        }
        var visible = string.Join(", ", Sheets.Where(s => s.Visible).Select(s => $"'{s.Name}'"));
        throw WorkbookRefusal.Of(
            name,
            found is null ? $"no sheet '{wantedName}'" : $"the sheet '{wantedName}' hidden",
            $"one of the visible sheets {visible}",
            "name another one, or unhide it and save the workbook again"
        );
    }

    /// <summary>The bytes of the sheet's part, checked at their end, beside those that are read as rows.</summary>
    public Stream OpenSheetBytes()
    {
        PartLimits.Check(sheet!, name, long.MaxValue);
        return new CheckedPart(sheet!, PlaceOf(sheet!));
    }

    /// <summary>What the package reader has read by itself is checked afterwards.</summary>
    private void Verify(string path)
    {
        using var part = new CheckedPart(EntryAt(path), $"{name}, {path}");
        part.CopyTo(Stream.Null);
    }

    private ZipArchiveEntry EntryOf(Uri part) => EntryAt(part.OriginalString.TrimStart('/'));

    private ZipArchiveEntry EntryAt(string path)
    {
        return
            entries.TryGetValue(path, out var entry)
            || entries.TryGetValue(Uri.UnescapeDataString(path), out entry)
            ? entry
            : throw WorkbookRefusal.Of(
                name,
                $"no part {path}, which the workbook refers to",
                "a whole .xlsx workbook",
                "copy the file again, or save it again from a spreadsheet program"
            );
    }

    private XmlReader Open(ZipArchiveEntry entry, long largest)
    {
        PartLimits.Check(entry, name, largest);
        return PartXml.Open(new CheckedPart(entry, PlaceOf(entry)));
    }

    private string PlaceOf(ZipArchiveEntry entry) => $"{name}, {entry.FullName}";
}
