using Karvan.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Karvan.Web.Platform.Delivery;

/// <summary>
/// The one maker of links that leave the application. In production it is the address that is set, which the program does
/// not start without: what a request says of its host, anybody can write. Where people develop and try, it is the address
/// by which a page is asked for, or the one that is listened on.
/// </summary>
public sealed class PublicAddress(
    KarvanSettings settings,
    IHttpContextAccessor http,
    IServer server
)
{
    private const string Any = "localhost";

    /// <param name="path">Of a page, from the root, with its query.</param>
    public string Of(string path) => Root() + path;

    private string Root()
    {
        if (settings.Address is { Length: > 0 } address)
        {
            return address;
        }
        if (http.HttpContext?.Request is { } request)
        {
            return $"{request.Scheme}://{request.Host}{request.PathBase}";
        }
        var listened = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (listened ?? "http://" + Any)
            .Replace("://+", "://" + Any, StringComparison.Ordinal)
            .Replace("://*", "://" + Any, StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://" + Any, StringComparison.Ordinal)
            .Replace("://[::]", "://" + Any, StringComparison.Ordinal)
            .TrimEnd('/');
    }
}
