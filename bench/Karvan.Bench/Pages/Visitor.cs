using System.Net;
using System.Text.RegularExpressions;
using Karvan.Bench.Harness;

namespace Karvan.Bench.Pages;

/// <summary>Somebody signed in, asking for pages as a browser does; keeps their cookies and nothing else.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;

    private Visitor(HttpClient http) => this.http = http;

    /// <param name="account">The key of a demo account.</param>
    public static async Task<Visitor> SignIn(Uri site, string account)
    {
        var visitor = new Visitor(
            new HttpClient(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.All,
                    PooledConnectionLifetime = TimeSpan.FromHours(1),
                }
            )
            {
                BaseAddress = site,
            }
        );
        await visitor.Send("/stand-in", form => form.Add(new("account", account)));
        return visitor;
    }

    public async Task<string> Get(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode is HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new BenchException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Fetches a page's form and sends it back with changes.</summary>
    public async Task Send(string path, Action<List<KeyValuePair<string, string>>> fill)
    {
        var form = await Form(path);
        fill(form);
        await Post(path, form);
    }

    /// <summary>The fields of a page's first form as they stand.</summary>
    public async Task<List<KeyValuePair<string, string>>> Form(string path)
    {
        var page = await Get(path);
        var main = page.IndexOf("<main", StringComparison.Ordinal);
        var start = page.IndexOf("<form method=\"post\"", main, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new BenchException($"{path} has no form to send.");
        }
        var form = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        return
        [
            .. Inputs()
                .Matches(form)
                .Select(m => KeyValuePair.Create(m.Groups["name"].Value, Value(m))),
            .. Chosen()
                .Matches(form)
                .Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value)),
        ];
    }

    public async Task Post(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(path, content);
        // Saved is a redirect; somebody was quicker is an answer too.
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Conflict))
        {
            throw new BenchException($"{path} answered a form with {(int)answer.StatusCode}.");
        }
    }

    public void Dispose() => http.Dispose();

    private static string Value(Match input) =>
        WebUtility.HtmlDecode(
            ValueOf().Match(input.Value) is { Success: true } value
                ? value.Groups["value"].Value
                : ""
        );

    [GeneratedRegex(
        """<input(?![^>]*type="(?:checkbox|radio|file)")[^>]*?name="(?<name>[^"]+)"[^>]*>"""
    )]
    private static partial Regex Inputs();

    [GeneratedRegex(""" value="(?<value>[^"]*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ValueOf();

    [GeneratedRegex(
        """<select[^>]*name="(?<name>[^"]+)"[^>]*>(?:(?!</select>).)*?<option[^>]*selected="selected" value="(?<value>[^"]*)""",
        RegexOptions.Singleline
    )]
    private static partial Regex Chosen();
}
