using System.Net;
using System.Text.RegularExpressions;
using Karvan.Platform.Values;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>A form of a page with what stands in it, as a browser without scripts would send it.</summary>
internal sealed partial class PageForm
{
    private readonly List<(string Name, string Value)> fields = [];

    private PageForm(string html) => Read(html);

    /// <summary>What a field holds; null for an unticked box and for none at all.</summary>
    public string? this[string name] =>
        fields.Where(f => f.Name == name).Select(f => f.Value).FirstOrDefault();

    /// <summary>Names and values, but for what only says that it is the same browser.</summary>
    public IEnumerable<(string Name, string Value)> All =>
        fields
            .Where(f => !f.Name.StartsWith("__", StringComparison.Ordinal))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ThenBy(f => f.Value, StringComparer.Ordinal);

    /// <param name="field">A field that the form has.</param>
    public static PageForm With(string page, string field, string method = "post") =>
        new(
            Forms()
                .Matches(page)
                .Select(m => m.Value)
                .Single(f =>
                    f.StartsWith($"<form method=\"{method}\"", StringComparison.Ordinal)
                    && f.Contains($"name=\"{field}\"", StringComparison.Ordinal)
                )
        );

    /// <summary>As when somebody chooses or types another value; null unticks.</summary>
    public PageForm Say(string name, string? value)
    {
        fields.RemoveAll(f => f.Name == name);
        if (value is not null)
        {
            fields.Add((name, value));
        }
        return this;
    }

    public Task<HttpResponseMessage> Post(HttpClient visitor, string path) =>
        visitor.PostAsync(
            path,
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        );

    /// <summary>What is said to be wrong beside a field; empty where nothing is.</summary>
    public static string Error(string page, string field)
    {
        var id = field.Replace('.', '_') + "-error";
        var box = Regex.Match(
            page,
            $"<div[^>]*id=\"{id}\"[^>]*>(?<said>.*?)</div>",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)
        );
        return Plain(Hidden().Replace(box.Groups["said"].Value, ""));
    }

    /// <summary>All that a page says is wrong, at its top.</summary>
    public static string Summary(string page) => Plain(Summaries().Match(page).Value);

    /// <summary>What is read of HTML, numbers in Latin digits and without marks between them.</summary>
    public static string Plain(string html)
    {
        var read = WebUtility.HtmlDecode(Tags().Replace(Isolates().Replace(html, ""), " "));
        var plain = PersianText.LatinDigits(Marks().Replace(read, ""));
        return Blanks().Replace(plain.Replace('٫', '.'), " ").Trim();
    }

    private void Read(string form)
    {
        foreach (Match input in Inputs().Matches(form))
        {
            var attributes = Attributes(input.Groups["in"].Value);
            var chosen =
                attributes.GetValueOrDefault("type") is not ("checkbox" or "radio")
                || attributes.ContainsKey("checked");
            if (chosen && attributes.GetValueOrDefault("type") is not "file")
            {
                Add(attributes, attributes.GetValueOrDefault("value") ?? "");
            }
        }
        foreach (Match select in Selects().Matches(form))
        {
            var options = Options()
                .Matches(select.Groups["options"].Value)
                .Select(o => Attributes(o.Groups["in"].Value))
                .ToList();
            var chosen = options.Find(o => o.ContainsKey("selected")) ?? options[0];
            Add(Attributes(select.Groups["in"].Value), chosen["value"]);
        }
        foreach (Match area in Areas().Matches(form))
        {
            // The first line end after the tag is not part of the text.
            Add(
                Attributes(area.Groups["in"].Value),
                WebUtility.HtmlDecode(area.Groups["text"].Value)[1..]
            );
        }
    }

    private void Add(Dictionary<string, string> attributes, string value)
    {
        if (attributes.TryGetValue("name", out var name))
        {
            fields.Add((name, value));
        }
    }

    private static Dictionary<string, string> Attributes(string text) =>
        AttributePairs()
            .Matches(text)
            .ToDictionary(
                m => m.Groups["name"].Value,
                m => WebUtility.HtmlDecode(m.Groups["value"].Value),
                StringComparer.Ordinal
            );

    [GeneratedRegex("""<form .*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input (?<in>[^>]*)>""")]
    private static partial Regex Inputs();

    [GeneratedRegex("""<select (?<in>[^>]*)>(?<options>.*?)</select>""", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("""<option (?<in>[^>]*)>""")]
    private static partial Regex Options();

    [GeneratedRegex("""<textarea (?<in>[^>]*)>(?<text>.*?)</textarea>""", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("""(?<name>[a-z-]+)(="(?<value>[^"]*)")?""", RegexOptions.ExplicitCapture)]
    private static partial Regex AttributePairs();

    [GeneratedRegex("""<div class="k-summary".*?</ul>""", RegexOptions.Singleline)]
    private static partial Regex Summaries();

    [GeneratedRegex("""<span class="visually-hidden">.*?</span>""", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("""<[^>]*>""")]
    private static partial Regex Tags();

    [GeneratedRegex("""</?bdi>""")]
    private static partial Regex Isolates();

    /// <summary>Thousands marks and the invisible ones that part directions.</summary>
    [GeneratedRegex("""[٬\u2066-\u2069]""")]
    private static partial Regex Marks();

    [GeneratedRegex("""\s+""")]
    private static partial Regex Blanks();
}
