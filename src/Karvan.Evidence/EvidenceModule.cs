using Karvan.Customs;
using Karvan.Evidence.Authorization;
using Karvan.Evidence.Items;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Evidence;

/// <summary>Evidence of both documents: items of what kinds, with which documents and endorsements.</summary>
public sealed class EvidenceModule : IModule
{
    public string Name => "Evidence";

    public Type? After => typeof(CustomsModule);

    public IReadOnlyList<Act> Acts { get; } = Act.Of(typeof(EvidenceActs));

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db) => EvidenceTables.Map(builder, db);

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCasesOf(typeof(EvidenceModule).Assembly);
    }
}
