namespace Karvan.Web.Tests.Access;

/// <summary>One way into a page: a method and a handler's name, and what each visitor is answered.</summary>
/// <param name="Name">Empty for the handler without one.</param>
/// <param name="Fields">What the form says besides its token: as little as is answered without any effect.</param>
internal sealed record RouteHandler(
    string Method,
    string Name,
    Replies Replies,
    (string Name, string Value)[] Fields
)
{
    /// <summary>Takes the session of whoever is let in, or ends it: each comes with a session of their own.</summary>
    public bool TakesSession { get; init; }

    public override string ToString() => Name.Length == 0 ? Method : $"{Method} {Name}";
}

/// <summary>A page under the address of one record, or of none.</summary>
/// <param name="Route">The pattern of the page.</param>
/// <param name="Path">An address under it, with names of records in braces.</param>
internal sealed record RouteEntry(string Route, string Path, Replies Get)
{
    private readonly List<RouteHandler> handlers = [new("GET", "", Get, [])];

    public IReadOnlyList<RouteHandler> Handlers => handlers;

    public RouteEntry Also(string get, Replies replies) => With(new("GET", get, replies, []));

    public RouteEntry Post(Replies replies, params (string, string)[] fields) =>
        Post("", replies, fields);

    public RouteEntry Post(string name, Replies replies, params (string, string)[] fields) =>
        With(new("POST", name, replies, fields));

    public RouteEntry PostWithASessionOfItsOwn(Replies replies, params (string, string)[] fields) =>
        With(new("POST", "", replies, fields) { TakesSession = true });

    private RouteEntry With(RouteHandler handler)
    {
        handlers.Add(handler);
        return this;
    }
}

/// <summary>The pages of a module. Found by the tests: nothing lists the modules.</summary>
internal interface IRouteEntries
{
    IEnumerable<RouteEntry> All { get; }

    /// <summary>Puts records of a site where the paths have names in braces; each name by itself.</summary>
    Task<IReadOnlyDictionary<string, object>> Records(Site site);
}
