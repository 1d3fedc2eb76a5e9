using System.Globalization;

namespace Karvan.Web;

/// <summary>Values behind the question mark of a link.</summary>
internal static class LinkQuery
{
    /// <summary>The link with one value more; without one, the link as it is.</summary>
    public static string With(this string link, string name, string? value) =>
        value is null
            ? link
            : $"{link}{(link.Contains('?') ? '&' : '?')}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";

    /// <summary>A number, an id or a member of an enum.</summary>
    public static string With<T>(this string link, string name, T value)
        where T : struct, IFormattable =>
        link.With(name, value.ToString(null, CultureInfo.InvariantCulture));

    public static string With<T>(this string link, string name, T? value)
        where T : struct, IFormattable => value is { } given ? link.With(name, given) : link;
}
