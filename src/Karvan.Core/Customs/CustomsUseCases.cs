using Karvan.Core.Files;
using Karvan.Core.Jobs;
using Karvan.Core.Reference;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Karvan.Core.Customs;

public static class CustomsUseCases
{
    /// <summary>Customs files, imports, lines and trade, with the jobs that work on them; for pages and for the command line.</summary>
    public static IServiceCollection AddCustoms(
        this IServiceCollection services,
        CustomsLimits limits
    )
    {
        services.AddSingleton(limits);
        services.TryAddScoped<ReferenceShelf>();
        services.TryAddScoped<StoreFile>();
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
        services.AddScoped<Standing>();
        services.AddScoped<FirmTrade>();
        services.AddScoped<ProvinceTrade>();
        services.AddScoped<StandingFacts>();
        services.AddScoped<TakeSnapshot>();
        services.AddScoped<WatchFirms>();
        services.AddScoped<LineHistory>();
        services.AddScoped<ContestSearch>();
        services.AddScoped<ContestLine>();
        services.AddScoped<TakeBackContest>();
        services.AddScoped<RefuseContest>();
        services.AddScoped<AdjustLine>();
        services.AddScoped<WithdrawAdjustment>();
        services.AddScoped<IJobWork, ReadCustomsFile>();
        services.AddScoped<IJobWork, ClearCustomsImport>();
        services.AddScoped<IJobWork, SumTrade>();
        return services;
    }
}
