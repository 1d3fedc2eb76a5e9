using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Modules;

/// <summary>The modules that stand beside this program, in their order: each uses only those before it.</summary>
public static class ModuleCatalog
{
    public static IReadOnlyList<IModule> All { get; } = [.. TableMaps.All.OfType<IModule>()];

    private static readonly Lazy<IReadOnlyDictionary<string, Act>> ByName = new(() =>
        All.SelectMany(m => m.Acts).ToDictionary(a => a.Name, StringComparer.Ordinal)
    );

    /// <summary>Every act of every module, in their order.</summary>
    public static IEnumerable<Act> Acts => All.SelectMany(m => m.Acts);

    /// <summary>Every kind of official paper of every module, in their order.</summary>
    public static IEnumerable<PaperKind> Papers => All.SelectMany(m => m.Papers);

    /// <exception cref="ArgumentException">No module has a kind of paper of this name.</exception>
    public static PaperKind Paper(string kind) =>
        Papers.FirstOrDefault(k => k.Name == kind)
        ?? throw new ArgumentException(
            $"No module has a kind of paper named '{kind}'.",
            nameof(kind)
        );

    /// <exception cref="ArgumentException">No module has an act of this name.</exception>
    public static Act Act(string name) =>
        ByName.Value.TryGetValue(name, out var act)
            ? act
            : throw new ArgumentException($"No module has an act named '{name}'.", nameof(name));

    /// <summary>Puts in what every module needs.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services)
    {
        foreach (var module in All)
        {
            module.AddServices(services);
            services.AddReactionsOf(module.GetType().Assembly);
            services.AddJobsOf(module.GetType().Assembly);
        }
        return services;
    }
}
