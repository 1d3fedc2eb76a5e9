using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Supports;

/// <summary>Programmes, budgets, applications, claims and payments (document G). Nothing of it is there yet.</summary>
public sealed class SupportsModule : IModule
{
    public string Name => "Supports";

    public Type? After => typeof(ConsortiaModule);

    public IReadOnlyList<Act> Acts => [];

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db) { }

    public void AddServices(IServiceCollection services) { }
}
