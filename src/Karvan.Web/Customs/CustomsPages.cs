using Karvan.Core.Accounts;
using Karvan.Core.Customs;
using Karvan.Web.Customs.Demo;
using Karvan.Web.Customs.Work;
using Karvan.Web.Customs.Workers;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Settings;
using CustomsJobKinds = Karvan.Core.Customs.JobKinds;

namespace Karvan.Web.Customs;

/// <summary>Customs files and their lines, objections to lines, and the trade that they add up to.</summary>
internal sealed class CustomsPages : IWebModule
{
    public int Order => 4;

    public void AddUseCases(IServiceCollection services, KarvanSettings settings) =>
        services.AddCustoms(new CustomsLimits(settings.LargestCustomsFile));

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddScoped<IPendingWork, TradeWork>();
        services.AddScoped<IDemoPart, DemoCustoms>();
        if (settings.RunsJobs)
        {
            services.AddHostedService<FirmWorker>();
        }
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(40, Act.ReadCustoms, "nav.trade", "/trade"),
            new(70, Act.ReadCustoms, "nav.customs", "/customs"),
            new(
                140,
                Act.ContestLine,
                "nav.own-trade",
                $"/enterprises/{NavigationPlace.OwnFirm}/trade"
            ),
        ];

    public IEnumerable<SubjectPage> Subjects =>
        [
            SubjectPage.At(nameof(CustomsFile), id => $"/customs/files/{id}"),
            SubjectPage.At(nameof(CustomsImport), id => $"/customs/{id}"),
            SubjectPage.At(nameof(CustomsSnapshot), _ => "/customs/snapshots"),
            SubjectPage.At(nameof(CustomsContest), id => $"/trade/contests/{id}"),
            SubjectPage.OfFirm(
                nameof(CustomsAdjustment),
                (firm, id) => $"/enterprises/{firm}/trade/line?adjustment={id}"
            ),
            SubjectPage.None(nameof(CustomsProfile)),
            SubjectPage.None(nameof(TradeSum)),
        ];

    public IEnumerable<ShownJobKind> JobKinds =>
        [
            new(CustomsJobKinds.ReadCustomsFile, job => $"/customs/{job.SubjectId}"),
            new(CustomsJobKinds.ClearCustomsImport, job => $"/customs/{job.SubjectId}"),
            new(CustomsJobKinds.SumTrade, job => $"/trade/{job.Argument}"),
        ];

    public IEnumerable<ValueWords> Values =>
        [
            new("CustomsContest.State", "trade.contest-state."),
            new("CustomsContest.Ground", "trade.ground."),
        ];
}
