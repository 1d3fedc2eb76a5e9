using System.Net;

namespace Karvan.Web.Settings;

/// <summary>Which proxies are believed when they say for whom they ask, and over what.</summary>
/// <param name="Trusted">Single addresses, or networks.</param>
public sealed record ProxySettings(IReadOnlyList<IPNetwork> Trusted)
{
    public const string Variable = "Karvan__Proxies";

    /// <param name="said">Addresses and networks such as <c>127.0.0.1, 10.2.0.0/16</c>.</param>
    /// <exception cref="InvalidOperationException">One of them is neither.</exception>
    public static ProxySettings Read(string? said) =>
        new([
            .. (said ?? "")
                .Split(
                    [',', ' ', ';'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(Network),
        ]);

    private static IPNetwork Network(string said)
    {
        if (IPAddress.TryParse(said, out var one))
        {
            return new IPNetwork(one, one.GetAddressBytes().Length * 8);
        }
        return IPNetwork.TryParse(said, out var network)
            ? network
            : throw new InvalidOperationException(
                $"{Variable} holds '{said}'; expected addresses and networks of proxies, such as 127.0.0.1, 10.2.0.0/16."
            );
    }
}
