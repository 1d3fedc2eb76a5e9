using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
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

    public IEnumerable<string> Locks => [CustomsLocks.Imports];

    public void Map(ModelBuilder builder, KarvanContext db) => CustomsTables.Map(builder, db);

    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(CustomsLimits.Usual);
        services.AddScoped<BeginUpload>();
        services.AddScoped<DropUpload>();
        services.AddScoped<TakeParts>();
        services.AddScoped<FetchFile>();
        services.AddScoped<MapImport>();
        services.AddScoped<StartReading>();
        services.AddScoped<CommitImport>();
        services.AddScoped<WithdrawImport>();
        services.AddScoped<DiscardImport>();
        services.AddScoped<ImportAgain>();
        services.AddScoped<PreviewImport>();
        services.AddScoped<ImportSearch>();
        services.AddScoped<ProfileShelf>();
        services.AddScoped<SaveProfile>();
        services.AddScoped<WithdrawProfile>();
        services.AddScoped<ClearRows>();
        services.AddScoped<WriteLedger>();
        services.AddScoped<WriteRejections>();
        services.AddScoped<WriteCrossings>();
        services.AddScoped<FindCrossings>();
        services.AddScoped<CompareImports>();
        services.AddScoped<ReportImport>();
        services.AddScoped<ImportsInForce>();
        services.AddScoped<FirmTrade>();
        services.AddScoped<ProvinceTrade>();
        services.AddScoped<FactsInForce>();
        services.AddScoped<TakeSnapshot>();
        services.AddScoped<LineHistory>();
        services.AddScoped<LineObjectionSearch>();
        services.AddScoped<ObjectToLine>();
        services.AddScoped<TakeBackLineObjection>();
        services.AddScoped<RefuseLineObjection>();
        services.AddScoped<AdjustLine>();
        services.AddScoped<WithdrawAdjustment>();
    }
}
