using Karvan.Customs.Authorization;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Karvan.Customs;

/// <summary>Customs files, imports, lines and trade, with the jobs that work on them.</summary>
public sealed class CustomsModule : IModule
{
    public string Name => "Customs";

    public Type? After => typeof(RegistryModule);

    public IReadOnlyList<Act> Acts { get; } = Act.Of(typeof(CustomsActs));

    public IReadOnlyList<NoticeKind> Notices { get; } = NoticeKind.Of(typeof(LineNotices));

    public IReadOnlyList<PaperKind> Papers { get; } = PaperKind.Of(typeof(TradePapers));

    public IEnumerable<string> Locks => [CustomsLocks.Imports];

    public void Map(ModelBuilder builder, KarvanContext db) => CustomsTables.Map(builder, db);

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCasesOf(typeof(CustomsModule).Assembly);
        services.TryAddSingleton(CustomsLimits.Usual);
        services.AddScoped<FactsInForce>();
    }
}
