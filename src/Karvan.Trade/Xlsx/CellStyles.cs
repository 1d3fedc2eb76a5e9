using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>Which cell styles show a number as a date, and from which day dates are counted.</summary>
internal sealed class CellStyles
{
    private readonly bool[] isDate;

    private CellStyles(bool[] isDate, bool from1904)
    {
        this.isDate = isDate;
        From1904 = from1904;
    }

    public bool From1904 { get; }

    public static CellStyles None(bool from1904) => new([], from1904);

    public bool IsDate(int style) => (uint)style < (uint)isDate.Length && isDate[style];

    public static CellStyles Read(XmlReader xml, bool from1904)
    {
        xml.RequireRoot("styleSheet");
        var codes = new Dictionary<int, string>();
        var formats = new List<int>();
        var section = "";
        while (xml.Next())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }
            if (xml.Depth == 1)
            {
                section = xml.LocalName;
            }
            else if (xml.Depth == 2 && (section, xml.LocalName) is ("numFmts", "numFmt"))
            {
                codes[FormatId(xml)] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (xml.Depth == 2 && (section, xml.LocalName) is ("cellXfs", "xf"))
            {
                formats.Add(FormatId(xml));
            }
        }
        return new(
            [
                .. formats.Select(id =>
                    codes.TryGetValue(id, out var code)
                        ? DateFormat.IsDate(code)
                        : DateFormat.IsDate(id)
                ),
            ],
            from1904
        );
    }

    private static int FormatId(XmlReader xml) =>
        xml.GetAttribute("numFmtId") is { } id ? XmlConvert.ToInt32(id) : 0;
}
