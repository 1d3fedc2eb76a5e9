namespace Karvan.Web.Modules;

/// <summary>Finds what modules contribute to pages of all of them: nothing lists it by hand.</summary>
internal static class PartRegistration
{
    private static readonly Type[] Kinds =
    [
        typeof(IPendingWork),
        typeof(INextSteps),
        typeof(IDeskFigures),
        typeof(INameRecords),
        typeof(IOwnRecords),
        typeof(IFindRecords),
    ];

    /// <summary>In the order of the modules, and within one of the names.</summary>
    public static void AddPartsOfModules(this IServiceCollection services)
    {
        var types = typeof(PartRegistration)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .ToList();
        foreach (var kind in Kinds)
        {
            foreach (
                var type in types
                    .Where(t => t.IsAssignableTo(kind))
                    .OrderBy(ModuleOf)
                    .ThenBy(t => t.FullName, StringComparer.Ordinal)
            )
            {
                services.AddScoped(kind, type);
            }
        }
    }

    private static int ModuleOf(Type type) =>
        WebModules
            .All.Where(m =>
                type.Namespace!.StartsWith(m.GetType().Namespace!, StringComparison.Ordinal)
            )
            .Select(m => m.Order)
            .FirstOrDefault();
}
