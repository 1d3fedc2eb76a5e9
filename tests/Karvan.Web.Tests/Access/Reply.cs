using System.Net;

namespace Karvan.Web.Tests.Access;

/// <summary>How a page answers: the very status, and where it leads.</summary>
/// <param name="To">The address without its query; null where it leads nowhere.</param>
internal sealed record Reply(HttpStatusCode Status, string? To = null)
{
    public static readonly Reply Opens = new(HttpStatusCode.OK);

    /// <summary>The page is not for them, or they see the record and may not do this to it.</summary>
    public static readonly Reply Forbidden = new(HttpStatusCode.Forbidden);

    /// <summary>To them there is no such record.</summary>
    public static readonly Reply Missing = new(HttpStatusCode.NotFound);

    public static readonly Reply SignIn = Leads("/sign-in");

    public bool IsDenial => this == Forbidden || this == Missing || this == SignIn;

    public static Reply Leads(string to) => new(HttpStatusCode.Redirect, to);

    public static Reply Of(HttpResponseMessage answer) =>
        new(
            answer.StatusCode,
            answer.Headers.Location is { } location
                ? new Uri(new Uri("http://localhost"), location).AbsolutePath
                : null
        );

    /// <summary>Whether an answer is this one; a star stands for any id.</summary>
    public bool Fits(Reply answer) =>
        Status == answer.Status
        && (
            To is null || answer.To is null
                ? To == answer.To
                : To.Split('/').Length == answer.To.Split('/').Length
                    && To.Split('/')
                        .Zip(answer.To.Split('/'))
                        .All(p =>
                            p.First == p.Second
                            || (p.First == "*" && Guid.TryParse(p.Second, out _))
                        )
        );

    public override string ToString() => To is null ? $"{(int)Status}" : $"{(int)Status} to {To}";
}
