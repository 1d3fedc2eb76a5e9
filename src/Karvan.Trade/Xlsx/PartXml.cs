using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>
/// XML of workbooks. Elements are told by their local names: writers use the transitional or the strict namespace,
/// with or without a prefix.
/// </summary>
internal static class PartXml
{
    private const int DeepestElement = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>Moves to the next node; at the end all bytes of the part were read.</summary>
    public static bool Next(this XmlReader xml) =>
        !xml.Read() ? false
        : xml.Depth <= DeepestElement ? true
        : throw new XmlException($"elements nested more than {DeepestElement} deep");

    /// <exception cref="XmlException">The root is another element: the part is not what the workbook says it is.</exception>
    public static void RequireRoot(this XmlReader xml, string root)
    {
        xml.MoveToContent();
        if (
            xml.LocalName != root
            || !xml.NamespaceURI.Contains("spreadsheetml", StringComparison.Ordinal)
        )
        {
            throw new XmlException($"the root element <{xml.Name}> instead of <{root}>");
        }
    }

    public static bool IsTrue(string? value) => value is "1" or "true";
}
