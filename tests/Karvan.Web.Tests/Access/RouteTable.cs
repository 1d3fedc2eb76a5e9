namespace Karvan.Web.Tests.Access;

/// <summary>The pages of all modules, as the modules have them.</summary>
internal static class RouteTable
{
    private static readonly IRouteEntries[] Modules =
    [
        .. typeof(RouteTable)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(IRouteEntries)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (IRouteEntries)Activator.CreateInstance(t)!),
    ];

    public static readonly RouteEntry[] Entries = [.. Modules.SelectMany(m => m.All)];

    /// <summary>Puts records of a site where the table has names in braces.</summary>
    public static async Task<Func<string, string>> Addresses(Site site)
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var module in Modules)
        {
            foreach (var (name, record) in await module.Records(site))
            {
                records.Add($"{{{name}}}", $"{record}");
            }
        }
        return path =>
        {
            var address = records.Aggregate(
                path,
                (p, r) => p.Replace(r.Key, r.Value, StringComparison.Ordinal)
            );
            return address.Contains('{', StringComparison.Ordinal)
                ? throw new InvalidOperationException($"{address}: no module knows that record.")
                : address;
        };
    }
}
