using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>What the workbook part says of its sheets, in the order of their tabs.</summary>
/// <param name="Sheets">The sheets, hidden ones among them.</param>
/// <param name="From1904">Whether day 0 is 1 January 1904.</param>
internal sealed record SheetList(IReadOnlyList<SheetEntry> Sheets, bool From1904)
{
    public static SheetList Read(XmlReader xml)
    {
        xml.RequireRoot("workbook");
        var sheets = new List<SheetEntry>();
        var from1904 = false;
        while (xml.Next())
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "workbookPr" })
            {
                from1904 = PartXml.IsTrue(xml.GetAttribute("date1904"));
            }
            else if (xml is { NodeType: XmlNodeType.Element, Depth: 2, LocalName: "sheet" })
            {
                var visible = xml.GetAttribute("state") is null or "visible";
                sheets.Add(new(xml.GetAttribute("name") ?? "", visible, RelationshipId(xml)));
            }
        }
        return new(sheets, from1904);
    }

    private static string RelationshipId(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
        {
            if (
                xml.LocalName == "id"
                && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)
            )
            {
                return xml.Value;
            }
        }
        throw new XmlException("a sheet without the id of its part");
    }
}

/// <summary>A sheet as the workbook part lists it.</summary>
/// <param name="Id">Of the relationship to its part.</param>
internal sealed record SheetEntry(string Name, bool Visible, string Id);
