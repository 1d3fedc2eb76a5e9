using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Supports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Evaluation;

/// <summary>Campaigns, dossiers, reviews, results and objections (document R). Nothing of it is there yet.</summary>
public sealed class EvaluationModule : IModule
{
    public string Name => "Evaluation";

    public Type? After => typeof(SupportsModule);

    public IReadOnlyList<Act> Acts => [];

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db) { }

    public void AddServices(IServiceCollection services) { }
}
