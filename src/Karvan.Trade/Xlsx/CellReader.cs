using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>Turns one cell after the other into a CSV field. An empty cell, whatever its format, gives none.</summary>
internal sealed class CellReader
{
    private readonly XmlReader xml;
    private readonly SharedStrings strings;
    private readonly CellStyles styles;
    private readonly CsvLines rows;
    private readonly string name;
    private readonly CellText text;
    private readonly char[] scratch = new char[CellNumber.MostChars];
    private int row;
    private int column;
    private int style;
    private string? type;

    public CellReader(
        XmlReader xml,
        SharedStrings strings,
        CellStyles styles,
        CsvLines rows,
        string name
    )
    {
        (this.xml, this.strings, this.styles) = (xml, strings, styles);
        (this.rows, this.name) = (rows, name);
        text = new(() => $"{name}, {CellReference.Name(column, row)}");
    }

    /// <summary>Reads the cell the reader stands on, to its end.</summary>
    /// <param name="ofRow">The number of its row.</param>
    /// <param name="next">The column it is in unless it says otherwise.</param>
    /// <returns>The column it is in.</returns>
    public int Read(int ofRow, int next)
    {
        row = ofRow;
        ReadAttributes(next);
        if (xml.IsEmptyElement)
        {
            return column;
        }
        text.Clear();
        var inValue = false;
        while (xml.Next() && xml.Depth > 3)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth == 4:
                    inValue = !xml.IsEmptyElement && xml.LocalName == "v";
                    if (xml.LocalName == "is" && type == "inlineStr")
                    {
                        text.AppendItem(xml);
                    }
                    break;
                case XmlNodeType.EndElement:
                    inValue = false;
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace when inValue:
                    text.Append(xml);
                    break;
                default:
                    break;
            }
        }
        if (text.Raw.Length > 0)
        {
            Write();
        }
        return column;
    }

    private void ReadAttributes(int next)
    {
        (column, style, type) = (next, 0, null);
        while (xml.MoveToNextAttribute())
        {
            switch (xml.Name)
            {
                case "r":
                    var reference = xml.Value;
                    if (
                        !CellReference.TryRead(reference, out column, out var itsRow)
                        || itsRow != row
                        || column < next
                    )
                    {
                        throw Fault(
                            $"a cell '{reference}' in row {row}, column {next + 1} or later",
                            "cells in the order of their columns"
                        );
                    }
                    break;
                case "s":
                    style = int.TryParse(xml.Value, out var index) ? index : -1;
                    break;
                case "t":
                    type = xml.Value;
                    break;
                default:
                    break;
            }
        }
        if (column >= CellReference.LastColumn)
        {
            throw Fault($"row {row} with more cells", $"{CellReference.LastColumn} at most");
        }
        xml.MoveToElement();
    }

    private void Write()
    {
        switch (type)
        {
            case null or "n":
                WriteNumber();
                break;
            case "s":
                WriteShared();
                break;
            case "str" or "inlineStr":
                WriteText(text.OnOneLine());
                break;
            case "b":
                WriteText(
                    text.Raw switch
                    {
                        "1" => "true",
                        "0" => "false",
                        var other => other,
                    }
                );
                break;
            case "d":
                WriteText(DayOf(text.OnOneLine()));
                break;
            case "e":
                WriteText(text.OnOneLine());
                break;
            default:
                throw Fault(
                    $"a cell of the kind '{type}' at {CellReference.Name(column, row)}",
                    "text, a number, a date, a boolean or an error"
                );
        }
    }

    private void WriteShared()
    {
        if (!int.TryParse(text.Raw, out var index) || (uint)index >= (uint)strings.Count)
        {
            throw Fault(
                $"shared text number '{text.Raw.Trim()}' at {CellReference.Name(column, row)}",
                $"one of the {strings.Count} shared texts, counted from 0"
            );
        }
        var field = strings[index];
        if (!field.IsEmpty)
        {
            rows.Add(column, field);
        }
    }

    private void WriteNumber()
    {
        // On one line although numbers have no breaks: what is no number may hold anything.
        var number = text.OnOneLine().Trim();
        if (styles.IsDate(style) && CellNumber.TryDay(number, styles.From1904, out var day))
        {
            day.TryFormat(scratch, out var length, "yyyy-MM-dd");
            WriteText(scratch.AsSpan(0, length));
            return;
        }
        WriteText(CellNumber.Plain(number, scratch));
    }

    /// <summary>The day of a date in ISO 8601, with or without a time of day.</summary>
    private static ReadOnlySpan<char> DayOf(ReadOnlySpan<char> date) =>
        date.Length > 10 && date[10] == 'T' ? date[..10] : date;

    private void WriteText(ReadOnlySpan<char> field)
    {
        if (!field.IsEmpty)
        {
            rows.AddText(column, field);
        }
    }

    private Files.UnusableInputException Fault(string found, string expected) =>
        WorkbookRefusal.Of(name, found, expected, "save it again from a spreadsheet program");
}
