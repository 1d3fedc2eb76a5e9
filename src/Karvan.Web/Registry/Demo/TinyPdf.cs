using System.Globalization;
using System.Text;

namespace Karvan.Web.Registry.Demo;

/// <summary>A PDF of one page with a few lines of Latin letters.</summary>
internal static class TinyPdf
{
    /// <param name="lines">ASCII without brackets and backslashes.</param>
    public static byte[] Of(params IReadOnlyList<string> lines)
    {
        var drawing = new StringBuilder("BT /F1 16 Tf 72 740 Td 22 TL");
        foreach (var line in lines)
        {
            drawing.Append(CultureInfo.InvariantCulture, $" ({line}) Tj T*");
        }
        drawing.Append(" ET");
        string[] parts =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (part, place) in parts.Select((p, i) => (p, i + 1)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{place} 0 obj\n{part}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {parts.Length + 1}\n0000000000 65535 f \n"
        );
        foreach (var place in places)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {parts.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
