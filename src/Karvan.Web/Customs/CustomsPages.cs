using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Notices;
using Karvan.Web.Components.Frames;
using Karvan.Web.Customs.Demo;
using Karvan.Web.Customs.Pages.Trade;
using Karvan.Web.Modules;
using Karvan.Web.Registry.Demo;
using Karvan.Web.Registry.Firms;
using Karvan.Web.Settings;

namespace Karvan.Web.Customs;

/// <summary>Customs files and their lines, objections to lines and declarations that are missing, and the trade that they add up to.</summary>
internal sealed class CustomsPages : IWebModule
{
    public int Order => 4;

    public void AddPages(IServiceCollection services, KarvanSettings settings)
    {
        services.AddSingleton(new CustomsLimits(settings.LargestCustomsFile));
        services.AddSingleton(
            new FirmAction(CustomsActs.ReadTrade, "trade.link", Links.Trade.Firm)
        );
        services.AddScoped<IDemoPart, DemoCustoms>();
        services.AddScoped<IDemoPart, DemoPapers>();
        services.AddScoped<IDemoPart, DemoObjections>();
    }

    public IEnumerable<NavigationPlace> Navigation =>
        [
            new(
                NavigationGroup.Trade,
                10,
                CustomsActs.ObjectToLine,
                "nav.own-trade",
                Links.Trade.Firm
            ),
            new(NavigationGroup.Trade, 20, CustomsActs.ReadCustoms, "nav.trade", Links.Trade.Index),
            new(
                NavigationGroup.Trade,
                30,
                CustomsActs.ReadTrade,
                "nav.objections",
                Links.Trade.Contests
            ),
            new(
                NavigationGroup.Trade,
                40,
                CustomsActs.ReadCustoms,
                "nav.customs",
                Links.Customs.Index
            ),
        ];

    public IEnumerable<ReadValue> ReadValues =>
        [
            new("CustomsAdjustment.Before", TradeTexts.Recorded),
            new("CustomsAdjustment.After", TradeTexts.Recorded),
            new("LineObjection.Line", TradeTexts.Recorded),
            new("MissingDeclaration.ValueCents", TradeTexts.RecordedValue),
            new("MissingDeclaration.WeightGrams", TradeTexts.RecordedWeight),
        ];

    public IEnumerable<NoticeLink> NoticeLinks =>
        NoticeKind.Of(typeof(LineNotices)).Select(NoticeLink.ToSubject);

    public IEnumerable<SubjectPage> Subjects =>
        [
            SubjectPage.At(nameof(CustomsFile), Links.Customs.Upload),
            SubjectPage.At(nameof(CustomsImport), Links.Customs.Details),
            SubjectPage.At(nameof(CustomsSnapshot), _ => Links.Customs.Snapshots),
            SubjectPage.At(nameof(LineObjection), Links.Trade.Objection),
            SubjectPage.At(nameof(MissingDeclaration), Links.Trade.Missing),
            SubjectPage.OfFirm(
                nameof(CustomsAdjustment),
                (firm, id) => Links.Trade.Line(firm).With("adjustment", id)
            ),
            SubjectPage.None(nameof(CustomsProfile)),
            SubjectPage.None(nameof(TradeSum)),
        ];

    public IEnumerable<ShownJobKind> JobKinds =>
        [
            ShownJobKind.On(ReadCustomsFile.JobKind, Links.Customs.Details),
            ShownJobKind.On(ClearCustomsImport.JobKind, Links.Customs.Details),
            new(
                SumTrade.JobKind,
                job => job.Argument is { } province ? Links.Trade.Province(province) : null
            ),
        ];

    public IEnumerable<NewsKind> News =>
        [
            .. NewsKind.Of(
                CustomsActs.ReadCustoms,
                typeof(CustomsFileRead),
                typeof(CustomsFileUnusable),
                typeof(CustomsImportCommitted),
                typeof(CustomsImportWithdrawn)
            ),
            .. NewsKind.Of(
                CustomsActs.ReadTrade,
                typeof(LineObjectionMade),
                typeof(LineObjectionTakenBack),
                typeof(LineObjectionRefused),
                typeof(MissingDeclarationReported),
                typeof(MissingDeclarationTakenBack),
                typeof(MissingDeclarationFound),
                typeof(MissingDeclarationRefused),
                typeof(CustomsLineStruck),
                typeof(CustomsLineCorrected),
                typeof(CustomsLineMoved)
            ),
        ];

    public IEnumerable<ValueTexts> Values =>
        [
            new("LineObjection.State", "trade.contest-state."),
            new("LineObjection.Ground", "trade.ground."),
            new("MissingDeclaration.State", "trade.contest-state."),
        ];
}
