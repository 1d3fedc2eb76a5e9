using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Startup;

/// <summary>
/// Pages stand in <c>&lt;Module&gt;/Pages/&lt;Topic&gt;</c>. Their addresses name the topic alone, so that a page may move to another module
/// without breaking a link.
/// </summary>
internal sealed partial class ModulePages : IPageRouteModelConvention
{
    private const string Shared = "/Platform/Pages/Shared/{0}.cshtml";

    public static void Set(RazorPagesOptions options)
    {
        options.RootDirectory = "/";
        options.Conventions.Add(new ModulePages());
    }

    public static void Set(RazorViewEngineOptions options) =>
        options.PageViewLocationFormats.Add(Shared);

    public void Apply(PageRouteModel model)
    {
        foreach (var route in model.Selectors.Select(s => s.AttributeRouteModel))
        {
            route?.Template = WithoutModule().Replace(route.Template ?? "", "");
        }
    }

    /// <summary>An address that a page states itself never begins so: ours are written in small letters.</summary>
    [GeneratedRegex("^[A-Z][A-Za-z]*/Pages(/|$)")]
    private static partial Regex WithoutModule();
}
