using System.Net;
using System.Text.RegularExpressions;

namespace Karvan.Web.Tests.Attacks;

/// <summary>A form of a page as whoever attacks it sees it: names, and nothing of what they are for.</summary>
internal sealed partial record FoundForm(
    string Action,
    bool TakesFiles,
    IReadOnlyList<(string Name, string Value, bool Chosen)> Fields
)
{
    private const string Token = "__RequestVerificationToken";

    /// <param name="method">Of the forms to find.</param>
    public static IReadOnlyList<FoundForm> In(string html, string path, string method) =>
        [
            .. Forms()
                .Matches(html)
                .Where(f =>
                    string.Equals(
                        Attribute(f.Groups["in"].Value, "method") ?? "get",
                        method,
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                .Select(f => new FoundForm(
                    Attribute(f.Groups["in"].Value, "action") ?? path,
                    f.Groups["in"].Value.Contains("multipart", StringComparison.Ordinal),
                    [
                        .. Fields_()
                            .Matches(f.Groups["body"].Value)
                            .Select(m => m.Groups["in"].Value)
                            .Where(a => Attribute(a, "name") is not null)
                            .Select(a =>
                                (
                                    Attribute(a, "name")!,
                                    Attribute(a, "value") ?? "",
                                    Attribute(a, "type") is "radio" or "checkbox"
                                )
                            ),
                    ]
                ))
                // Of the corner of every page: language, look, and the end of the session.
                .Where(f => f.Fields.All(n => n.Item1 is not "back") && f.Fields.Count > 1),
        ];

    public IEnumerable<string> Names =>
        Fields.Select(f => f.Name).Where(n => n is not Token).Distinct(StringComparer.Ordinal);

    /// <summary>With every field said to hold this.</summary>
    /// <param name="choicesOnly">What is written stays as the form has it.</param>
    public HttpContent Say(string value, bool choicesOnly)
    {
        var said = Fields
            .DistinctBy(f => f.Name, StringComparer.Ordinal)
            .Select(f =>
                (
                    f.Name,
                    Value: f.Name is Token or "version" or "Version" || (choicesOnly && !f.Chosen)
                        ? f.Value
                        : value
                )
            )
            .ToList();
        if (!TakesFiles)
        {
            return new FormUrlEncodedContent(
                said.Select(f => KeyValuePair.Create(f.Name, f.Value))
            );
        }
        var parts = new MultipartFormDataContent("----karvan-attack");
        foreach (var (name, text) in said.OrderBy(f => f.Name is not Token))
        {
            parts.Add(new StringContent(text), name);
        }
        return parts;
    }

    private static string? Attribute(string tag, string name)
    {
        var found = Regex.Match(
            tag,
            $"(?<![\\w-]){name}=\"(?<value>[^\"]*)\"",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)
        );
        return found.Success ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;
    }

    [GeneratedRegex("""<form(?<in>[^>]*)>(?<body>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<(?:input|select|textarea|button)(?<in>[^>]*)>""")]
    private static partial Regex Fields_();
}
