using System.Text.RegularExpressions;

namespace Karvan.Links;

/// <summary>The member of <c>Links</c> that gives the address of one page.</summary>
internal static class PageLink
{
    private static readonly Regex Value = new(
        @"/\{(?<name>\w+)(?<constraint>:[^{}?]+)?(?<optional>\?)?\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    public static string Member(string name, string template)
    {
        var values = Value.Matches(template).Cast<Match>().Select(m => new RouteValue(m)).ToList();
        if (values.Count == 0)
        {
            return $"public const string {name} = \"{template}\";";
        }
        var parameters = string.Join(", ", values.Select(v => v.Parameter));
        var address = Written(template, withOptional: true);
        var left = values.Find(v => v.Optional);
        if (left is not null)
        {
            address = $"{left.Name} is null ? {Written(template, withOptional: false)} : {address}";
        }
        return $"public static string {name}({parameters}) => {address};";
    }

    /// <summary>Numbers are written in the same way for every reader.</summary>
    private static string Written(string template, bool withOptional)
    {
        var interpolated = Value.Replace(
            template,
            m =>
            {
                var value = new RouteValue(m);
                return value.Optional && !withOptional ? "" : "/" + value.Hole;
            }
        );
        return $"string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $\"{interpolated}\")";
    }
}
