using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>What the workbook part says of its sheets, in the order of their tabs.</summary>
/// <param name="VisibleIds">Ids of the relationships to the sheets that are not hidden.</param>
/// <param name="From1904">Whether day 0 is 1 January 1904.</param>
internal sealed record SheetList(IReadOnlyList<string> VisibleIds, bool From1904)
{
    public static SheetList Read(XmlReader xml)
    {
        xml.RequireRoot("workbook");
        var ids = new List<string>();
        var from1904 = false;
        while (xml.Next())
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "workbookPr" })
            {
                from1904 = PartXml.IsTrue(xml.GetAttribute("date1904"));
            }
            else if (
                xml is { NodeType: XmlNodeType.Element, Depth: 2, LocalName: "sheet" }
                && xml.GetAttribute("state") is null or "visible"
            )
            {
                ids.Add(RelationshipId(xml));
            }
        }
        return new(ids, from1904);
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
