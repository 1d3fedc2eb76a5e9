using Karvan.Evidence;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Consortia;

/// <summary>Registered consortia with their members (document G).</summary>
public sealed class ConsortiaModule : IModule
{
    public string Name => "Consortia";

    public Type? After => typeof(EvidenceModule);

    public IReadOnlyList<Act> Acts { get; } = Act.Of(typeof(ConsortiaActs));

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db) => ConsortiumTables.Map(builder, db);

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCasesOf(typeof(ConsortiaModule).Assembly);
    }
}
