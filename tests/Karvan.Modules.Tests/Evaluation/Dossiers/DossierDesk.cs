using Karvan.Consortia;
using Karvan.Customs.Importing;
using Karvan.Customs.Trade;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Evidence.Items;
using Karvan.Modules.Tests.Files;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Modules.Tests.Evaluation.Dossiers;

/// <summary>A house with a campaign that firms file in, and what they and the office do there.</summary>
internal sealed class DossierDesk(House house)
{
    public const string Province = "08";

    public House House => house;

    public Guid Campaign { get; private set; }

    public Actor Secretary { get; private set; } = null!;

    public static async Task<DossierDesk> On(House house)
    {
        var desk = new DossierDesk(house)
        {
            Secretary = await CampaignHouse.Secretary(house, Provinces.Of(Province)),
        };
        desk.Campaign = await new CampaignHouse(house, desk.Secretary).Called(Province);
        return desk;
    }

    /// <summary>A verified firm with somebody who acts for it.</summary>
    public async Task<(Actor Person, Guid Firm)> Firm(int number, string province = Province)
    {
        var made = await house.Firm($"بنگاه {number}", province, Numbers.Legal(number));
        await Verify(made.Firm);
        return made;
    }

    public Task Verify(Guid firm) =>
        house
            .As(Actor.System)
            .Enterprises.Where(e => e.Id == firm)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.State, VerificationState.Verified));

    public async Task<TResult> Do<TCase, TResult>(Actor actor, Func<TCase, Task<TResult>> what)
        where TCase : notnull
    {
        var db = house.As(actor);
        var services = new ServiceCollection();
        services.AddModules();
        services.AddSingleton(db);
        services.AddSingleton(house.ChangesOf(db));
        services.AddSingleton<TimeProvider>(house.Clock);
        services.AddSingleton<INoticeWriter, PlainNotices>();
        services.AddSingleton<IRulebooks>(ShippedBook.Only);
        services.AddSingleton(new Scanning(false));
        services.AddScoped<StoreFile>();
        services.AddSingleton(new CurrentActor(db, house.Clock));
        await using var all = services.BuildServiceProvider();
        all.GetRequiredService<CurrentActor>().Be(actor);
        return await what(all.GetRequiredService<TCase>());
    }

    public Task<Outcome<Dossier, DossierRefusal>> Begin(
        Actor actor,
        Guid firm,
        string? group = null,
        bool byOffice = false,
        string? reason = null
    ) =>
        Do<BeginDossier, Outcome<Dossier, DossierRefusal>>(
            actor,
            c => c.Run(Campaign, firm, group, byOffice, reason)
        );

    public Task<Outcome<EvidenceItem, DossierRefusal>> Save(
        Actor actor,
        Guid dossier,
        string criterion,
        EvidenceSaid said,
        IReadOnlyList<string>? documents = null,
        (Guid Id, int Version)? item = null
    ) =>
        Do<SaveDossierItem, Outcome<EvidenceItem, DossierRefusal>>(
            actor,
            async c =>
            {
                var files = new List<ItemFile>();
                foreach (var document in documents ?? [])
                {
                    using var sent = new MemoryStream(SampleFiles.Pdf($"{Guid.NewGuid()}"));
                    var taken = await ReceivedFile.From(sent, $"{document}.pdf", FileLimits.Usual);
                    files.Add(new ItemFile(document, taken.Value));
                }
                return await c.Run(dossier, item?.Id, item?.Version ?? 0, criterion, said, files);
            }
        );

    /// <summary>An exhibition that is complete: R6.10 asks for no document.</summary>
    public static EvidenceSaid Fair(string name = "گلفود", string country = "AE") =>
        new()
        {
            Name = name,
            Country = country,
            Date = new DateOnly(2022, 10, 5),
        };

    public async Task<Outcome<DossierReceipt, DossierRefusal>> Submit(
        Actor actor,
        Guid dossier,
        bool declared = true,
        int? version = null
    )
    {
        var now = version ?? (await Look(dossier)).Version;
        return await Do<SubmitDossier, Outcome<DossierReceipt, DossierRefusal>>(
            actor,
            c => c.Run(dossier, now, declared)
        );
    }

    public Task<Dossier> Look(Guid dossier) =>
        house.As(Actor.System).Dossiers.AsNoTracking().SingleAsync(d => d.Id == dossier);

    public Task<IReadOnlyList<ItemWithFiles>> Items(Actor actor, Guid dossier) =>
        Do<DossierItems, IReadOnlyList<ItemWithFiles>>(actor, c => c.Of(dossier));
}
