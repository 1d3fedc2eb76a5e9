using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Karvan.Testing.Kills;

/// <summary>The process at the other end ended before it answered: nobody knows whether it did what was asked.</summary>
internal sealed class BrokenLineException(Exception? why = null)
    : Exception("The line broke.", why);

/// <summary>An answer that no kill explains.</summary>
internal sealed class StrangeAnswerException(string what) : Exception(what);

/// <summary>Somebody at a browser, asking whichever process is up; what was signed in to one is signed in to all.</summary>
internal sealed partial class Caller(Func<Uri?> site) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            CookieContainer = new CookieContainer(),
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    public async Task SignIn(string account)
    {
        var form = (await Form("/stand-in"))!;
        await Post("/stand-in", [.. form, new("account", account)]);
    }

    /// <returns>Null where the page sends one elsewhere.</returns>
    public async Task<string?> Page(string path)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => await Text(answer),
            HttpStatusCode.Redirect => null,
            _ => throw await Strange(path, answer),
        };
    }

    /// <summary>The fields of a page's form as they stand; null where the page sends one elsewhere.</summary>
    public async Task<List<KeyValuePair<string, string>>?> Form(string path)
    {
        if (await Page(path) is not { } page)
        {
            return null;
        }
        var main = page.IndexOf("<main", StringComparison.Ordinal);
        var start = page.IndexOf("<form method=\"post\"", main, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new StrangeAnswerException($"{path} has no form to send.");
        }
        var form = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        return
        [
            .. Inputs()
                .Matches(form)
                .Select(m => KeyValuePair.Create(m.Groups["name"].Value, ValueOf(m.Value))),
            .. Chosen()
                .Matches(form)
                .Select(m =>
                    KeyValuePair.Create(
                        m.Groups["name"].Value,
                        WebUtility.HtmlDecode(m.Groups["value"].Value)
                    )
                ),
        ];
    }

    /// <returns>Whether it was taken: a redirect. Somebody quicker is no fault.</returns>
    public async Task<bool> Post(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var answer = await Send(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(form),
            }
        );
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect => true,
            HttpStatusCode.Conflict => false,
            HttpStatusCode.OK => throw new StrangeAnswerException(
                $"{path} refused its form: {Refusal().Match(await Text(answer)).Value}"
            ),
            _ => throw await Strange(path, answer),
        };
    }

    /// <summary>Asks for JSON: a refusal for a stale place carries the answer too.</summary>
    public async Task<T> Json<T>(HttpRequestMessage request)
    {
        var path = $"{request.RequestUri}";
        using var answer = await Send(request);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Conflict))
        {
            throw await Strange(path, answer);
        }
        try
        {
            return (await answer.Content.ReadFromJsonAsync<T>())!;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new BrokenLineException(e);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using (request)
        {
            var to = site() ?? throw new BrokenLineException();
            request.RequestUri = new Uri(to, request.RequestUri!);
            try
            {
                return await http.SendAsync(request);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                throw new BrokenLineException(e);
            }
        }
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        try
        {
            return await answer.Content.ReadAsStringAsync();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new BrokenLineException(e);
        }
    }

    /// <summary>
    /// Of two processes at one SQLite file, one may wait for the other longer than an answer may take: it says so and saves
    /// nothing, and one asks again. What else is answered no kill explains.
    /// </summary>
    private static async Task<Exception> Strange(string path, HttpResponseMessage answer) =>
        answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null }
            ? new BrokenLineException()
            : new StrangeAnswerException(
                $"{path} answered {(int)answer.StatusCode}: {Heading().Match(await Text(answer)).Value}"
            );

    private static string ValueOf(string input) =>
        WebUtility.HtmlDecode(Value().Match(input).Groups["value"].Value);

    [GeneratedRegex(
        """<input(?![^>]*type="(?:checkbox|radio|file)")[^>]*?name="(?<name>[^"]+)"[^>]*>"""
    )]
    private static partial Regex Inputs();

    [GeneratedRegex("\\svalue=\"(?<value>[^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex(
        """<select[^>]*name="(?<name>[^"]+)"[^>]*>(?:(?!</select>).)*?<option[^>]*selected="selected" value="(?<value>[^"]*)""",
        RegexOptions.Singleline
    )]
    private static partial Regex Chosen();

    [GeneratedRegex("""<div class="k-errors".*?</div>""", RegexOptions.Singleline)]
    private static partial Regex Refusal();

    [GeneratedRegex("<h1>.*?</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();
}
