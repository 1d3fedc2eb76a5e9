using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>Reads a worksheet part row by row.</summary>
internal sealed class SheetReader : IDisposable
{
    private const int BatchBytes = 1 << 16;
    private const int LongestRow = 8 << 20;

    private readonly XmlReader xml;
    private readonly string name;
    private readonly CsvLines rows;
    private readonly CellReader cells;
    private bool inRows;
    private int row;

    /// <param name="xml">Owned by this.</param>
    public SheetReader(
        XmlReader xml,
        string name,
        SharedStrings strings,
        CellStyles styles,
        CsvLines rows
    )
    {
        (this.xml, this.name, this.rows) = (xml, name, rows);
        cells = new CellReader(xml, strings, styles, rows, name);
        xml.RequireRoot("worksheet");
    }

    /// <summary>The row read last, from 1.</summary>
    public int Row => row;

    /// <returns>False at the end of the part, all of which is then read and checked.</returns>
    public bool ReadRows()
    {
        while (rows.Waiting < BatchBytes)
        {
            if (!xml.Next())
            {
                return false;
            }
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }
            if (xml.Depth == 1)
            {
                inRows = xml.LocalName == "sheetData";
            }
            else if (xml.Depth == 2 && inRows && xml.LocalName == "row")
            {
                ReadRow();
            }
        }
        return true;
    }

    public void Dispose() => xml.Dispose();

    private void ReadRow()
    {
        var number = xml.GetAttribute("r");
        var before = row;
        if (number is null)
        {
            row++;
        }
        else if (!CellReference.TryRow(number, out row) || row <= before)
        {
            throw Disorder($"row '{number}' after row {before}", "ascending row numbers");
        }
        if (row > CellReference.LastRow)
        {
            throw Disorder($"row {row}", $"{CellReference.LastRow} rows at most");
        }
        if (xml.IsEmptyElement)
        {
            return;
        }
        rows.Begin(row);
        var column = -1;
        while (xml.Next() && xml.Depth > 2)
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 3, LocalName: "c" })
            {
                column = cells.Read(row, column + 1);
                if (rows.RowBytes > LongestRow)
                {
                    throw Disorder($"more than {LongestRow} bytes in row {row}", "a row of data");
                }
            }
        }
        rows.Finish();
    }

    private Files.UnusableInputException Disorder(string found, string expected) =>
        WorkbookRefusal.Of(name, found, expected, "save it again from a spreadsheet program");
}
