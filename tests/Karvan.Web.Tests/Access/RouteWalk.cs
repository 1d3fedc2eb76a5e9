using System.Text.RegularExpressions;

namespace Karvan.Web.Tests.Access;

/// <summary>Asks every page of the table, by every method and handler, and says where the answer is another.</summary>
/// <param name="who">As whom a handler is asked.</param>
internal sealed partial class RouteWalk(
    Site site,
    Func<string, string> addresses,
    IReadOnlySet<string> takingFiles,
    Func<RouteHandler, IEnumerable<string>> who
)
{
    private readonly Dictionary<string, (HttpClient Client, string Token)> visitors = new(
        StringComparer.Ordinal
    );

    public async Task<IReadOnlyList<string>> Gets()
    {
        var wrong = new List<string>();
        foreach (var (entry, handler) in Handlers("GET"))
        {
            foreach (var account in who(handler))
            {
                var (visitor, _) = await Visitor(account, handler);
                Compare(
                    wrong,
                    entry,
                    handler,
                    account,
                    await visitor.GetAsync(Address(entry, handler))
                );
            }
        }
        return wrong;
    }

    /// <summary>Those who are let in come last: what they do is seen by nobody of the others.</summary>
    public async Task<IReadOnlyList<string>> Posts()
    {
        var wrong = new List<string>();
        foreach (var (entry, handler) in Handlers("POST"))
        {
            foreach (var account in who(handler).OrderBy(a => !handler.Replies.For(a).IsDenial))
            {
                var (visitor, token) = await Visitor(account, handler);
                foreach (var form in Forms(entry, handler, token))
                {
                    Compare(
                        wrong,
                        entry,
                        handler,
                        account,
                        await visitor.PostAsync(Address(entry, handler), form)
                    );
                }
            }
        }
        return wrong;
    }

    /// <summary>A form that a page does not have is refused, and not drawn over nothing.</summary>
    public async Task<IReadOnlyList<string>> FormsThatAreNone()
    {
        var wrong = new List<string>();
        var none = RouteTable.Entries.Where(e =>
            e.Get.First is not null
            && !RouteTable.Entries.Any(other =>
                other.Route == e.Route && other.Handlers.Any(h => h is { Method: "POST", Name: "" })
            )
        );
        foreach (var entry in none)
        {
            var account = entry.Get.First!;
            var handler = new RouteHandler("POST", "", Replies.Answers(405, account), []);
            var (visitor, token) = await Visitor(account, handler);
            foreach (var form in Forms(entry, handler, token))
            {
                var answer = await visitor.PostAsync(Address(entry, handler), form);
                Compare(wrong, entry, handler, account, answer);
            }
        }
        return wrong;
    }

    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    /// <param name="reached">The route that answered; null where none did.</param>
    public static string? Difference(string route, Reply expected, string? reached, Reply answer) =>
        !string.Equals(route, reached, StringComparison.OrdinalIgnoreCase)
            ? $"reached {(reached is null ? "no page" : $"'{reached}'")}, expected '{route}'"
        : !expected.Fits(answer) ? $"found {answer}, expected {expected}"
        : null;

    private static IEnumerable<(RouteEntry, RouteHandler)> Handlers(string method) =>
        from entry in RouteTable.Entries
        from handler in entry.Handlers
        where handler.Method == method
        select (entry, handler);

    private string Address(RouteEntry entry, RouteHandler handler)
    {
        var address = addresses(entry.Path);
        var join = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return handler.Name.Length == 0 ? address : $"{address}{join}handler={handler.Name}";
    }

    private void Compare(
        List<string> wrong,
        RouteEntry entry,
        RouteHandler handler,
        string account,
        HttpResponseMessage answer
    )
    {
        var expected = handler.Replies.For(account);
        if (expected.To is { } to)
        {
            expected = Reply.Leads(addresses(to));
        }
        var reached = answer.Headers.TryGetValues(WalkedRequests.Route, out var routes)
            ? routes.Single()
            : null;
        if (Difference(entry.Route, expected, reached, Reply.Of(answer)) is { } difference)
        {
            var person = account.Length == 0 ? "public" : account;
            wrong.Add($"{handler} {entry.Path} as {person}: {difference}");
        }
    }

    private IEnumerable<HttpContent> Forms(RouteEntry entry, RouteHandler handler, string token)
    {
        List<(string Name, string Value)> fields =
        [
            .. handler.Fields.Select(f => (f.Name, addresses(f.Value))),
            ("__RequestVerificationToken", token),
        ];
        yield return new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
        );
        if (takingFiles.Contains(entry.Route))
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
            {
                parts.Add(new StringContent(value), $"\"{name}\"");
            }
            yield return parts;
        }
    }

    private async Task<(HttpClient Client, string Token)> Visitor(
        string account,
        RouteHandler handler
    )
    {
        if (handler.TakesSession)
        {
            return await Come(account);
        }
        if (!visitors.TryGetValue(account, out var visitor))
        {
            visitors.Add(account, visitor = await Come(account));
        }
        return visitor;
    }

    /// <summary>A browser of its own, with a token that its forms carry.</summary>
    private async Task<(HttpClient, string)> Come(string account)
    {
        var visitor = account == Visitors.Public ? site.Visitor() : await site.SignedIn(account);
        var page = await visitor.GetStringAsync("/sign-in");
        return (visitor, Token().Match(page).Groups["token"].Value);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)" """)]
    private static partial Regex Token();
}
