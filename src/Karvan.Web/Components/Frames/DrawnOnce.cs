using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Karvan.Web.Components.Frames;

/// <summary>A part that stands in a page more than once, as the same letters: what Razor draws may be written one time only.</summary>
internal static class DrawnOnce
{
    public static async Task<IHtmlContent> Drawn<T>(this IHtmlHelper html, string part, T model)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var drawn = await html.PartialAsync(part, model, null);
        drawn.WriteTo(
            text,
            html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>()
        );
        return new HtmlString(text.ToString());
    }
}
