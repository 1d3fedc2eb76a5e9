using System.Globalization;
using System.Text;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using QRCoder;

namespace Karvan.Web.Components.Drawings;

/// <summary>A text as a QR code: dark on white in every theme, as cameras want it.</summary>
public static class QrDrawing
{
    public static IHtmlContent Of(string text, Said title)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }
        var svg = new TagBuilder("svg");
        svg.AddCssClass("k-qr");
        svg.Attributes["viewBox"] = string.Create(
            CultureInfo.InvariantCulture,
            $"0 0 {rows.Count} {rows.Count}"
        );
        svg.Attributes["role"] = "img";
        svg.Attributes["aria-label"] = title.Plain;
        svg.Attributes["shape-rendering"] = "crispEdges";
        svg.InnerHtml.AppendHtml("""<rect width="100%" height="100%" fill="#fff"/>""")
            .AppendHtml($"""<path fill="#000" d="{path}"/>""");
        return svg;
    }
}
