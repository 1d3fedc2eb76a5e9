using Karvan.Customs;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Evidence;

/// <summary>Evidence of both documents: items, kinds, endorsements, inquiries and the decisions about them. Nothing of it is there yet.</summary>
public sealed class EvidenceModule : IModule
{
    public string Name => "Evidence";

    public Type? After => typeof(CustomsModule);

    public IReadOnlyList<Act> Acts => [];

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db) { }

    public void AddServices(IServiceCollection services) { }
}
