using System.Text.RegularExpressions;

namespace Karvan.Architecture.Tests.Addresses;

/// <summary>
/// Addresses written by hand in the web application, where a page that moves leaves a dead link behind. A link to a page is a member
/// of <c>Links</c>, which does not compile any more when the page is gone.
/// </summary>
internal static partial class LiteralAddresses
{
    /// <summary>What is no page. Each stands for itself and what follows it.</summary>
    public static readonly IReadOnlyList<string> NoPages =
    [
        // Endpoints that are no pages.
        "/health/live",
        "/health/ready",
        "/metrics",
        "/language",
        "/theme",
        "/rulebooks/page.css",
        "/calendar/feed/",
        "/help/",
        // Files of wwwroot.
        "/vendor",
        // Parts of an XLSX file.
        "/xl/",
    ];

    public static IEnumerable<string> In(string source) =>
        Literals()
            .Matches(Directives().Replace(source, ""))
            .Select(m => m.Groups["address"].Value)
            .Where(address =>
                !NoPages.Any(known => address.StartsWith(known, StringComparison.Ordinal))
            );

    /// <summary>The address that a page states of itself.</summary>
    [GeneratedRegex("^@page .*$", RegexOptions.Multiline)]
    private static partial Regex Directives();

    [GeneratedRegex("\"(?<address>/[a-z{@][^\"\\s]*)")]
    private static partial Regex Literals();
}
