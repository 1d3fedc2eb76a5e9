using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Supports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Karvan.Evaluation;

/// <summary>The yearly choice of exemplary exporters (document R): campaigns, the dossiers that firms file, their reviews, and what is computed.</summary>
public sealed class EvaluationModule : IModule
{
    public string Name => "Evaluation";

    public Type? After => typeof(SupportsModule);

    public IReadOnlyList<Act> Acts { get; } = Act.Of(typeof(EvaluationActs));

    public IReadOnlyList<NoticeKind> Notices { get; } =
    [
        .. NoticeKind.Of(typeof(DossierNotices)),
        .. NoticeKind.Of(typeof(ReviewNotices)),
        .. NoticeKind.Of(typeof(ConductNotices)),
        .. NoticeKind.Of(typeof(ReleaseNotices)),
        .. NoticeKind.Of(typeof(RulebookNotices)),
    ];

    public IReadOnlyList<DeadlineKind> Deadlines { get; } = [CampaignDeadlines.FilingEnds];

    public IEnumerable<string> Locks => [];

    public void Map(ModelBuilder builder, KarvanContext db)
    {
        CampaignTables.Map(builder, db);
        DossierTables.Map(builder, db);
        ReviewTables.Map(builder, db);
        ComplianceTables.Map(builder, db);
        ResultTables.Map(builder, db);
        CommitteeTables.Map(builder, db);
        ReleaseTables.Map(builder, db);
        RulebookTables.Map(builder, db);
    }

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCasesOf(typeof(EvaluationModule).Assembly);
        services.AddSingleton<RulebookShelf>();
        services.TryAddSingleton<IShippedRulebooks, NoShippedRulebooks>();
        services.AddScoped<IFiledDossiers, FiledDossiers>();
        services.AddScoped<IBegunReviews, BegunReviews>();
        services.AddScoped<IComputedResults, ComputedResults>();
        services.AddScoped<IApprovedResults, ApprovedResults>();
        // They ask the database through what they are made of.
        services.AddScoped<ChooseDossierGroup>();
        services.AddScoped<WithdrawDossier>();
        services.AddScoped<DecideTie>();
        services.AddScoped<CloseMeeting>();
    }
}
