using Karvan.Evaluation.Rulebooks;
using Karvan.Modules.Tests.Jobs;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Rules.Editing;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Trade.Inputs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Modules.Tests.Evaluation.Rulebooks;

/// <summary>Rulebooks of a house, as its officers draft and publish them.</summary>
internal sealed class RulebookDesk(House house)
{
    public static Rulebook Shipped => RepositoryRulebooks.Only.Books[0];

    public Task<Actor> Officer() =>
        house.Somebody(p =>
            Grant.OfStaff(p, Role.CommitteeSecretary, Body.TradePromotion, Provinces.Country)
        );

    public Task<DraftedText> Begin(Actor officer, int year = 1403, string? from = null)
    {
        var db = house.As(officer);
        return new StartRulebookDraft(db, house.ChangesOf(db), Library(db), house.Clock).Run(
            from ?? Shipped.Hash,
            year,
            new LocalText($"شاخص‌های {year}", $"Criteria of {year}")
        );
    }

    public Task<DraftedText> Edit(
        Actor officer,
        Guid id,
        int version,
        Func<RulebookText, RulebookText> edit
    )
    {
        var db = house.As(officer);
        return new EditRulebookDraft(db, house.ChangesOf(db)).Run(
            id,
            version,
            RulebookPart.Lists,
            edit
        );
    }

    public async Task<RulebookDraftRefusal?> Send(Actor officer, Guid id, int version)
    {
        var db = house.As(officer);
        return (await new SendRulebookDraft(db, house.ChangesOf(db)).Send(id, version)).Refused;
    }

    public async Task<RulebookDraftRefusal?> TakeBack(Actor officer, Guid id, int version)
    {
        var db = house.As(officer);
        return (await new SendRulebookDraft(db, house.ChangesOf(db)).TakeBack(id, version)).Refused;
    }

    public async Task<RulebookDraftRefusal?> Drop(Actor officer, Guid id, int version)
    {
        var db = house.As(officer);
        return (await new SendRulebookDraft(db, house.ChangesOf(db)).Drop(id, version)).Refused;
    }

    public async Task<RulebookDraftRefusal?> Return(
        Actor officer,
        Guid id,
        int version,
        string reason
    )
    {
        var db = house.As(officer);
        return (
            await new ReturnRulebookDraft(db, house.ChangesOf(db)).Run(id, version, reason)
        ).Refused;
    }

    public async Task<RulebookDraftRefusal?> Publish(Actor officer, Guid id, int version)
    {
        var db = house.As(officer);
        return (
            await new PublishRulebook(db, house.ChangesOf(db), Library(db), house.Clock).Run(
                id,
                version
            )
        ).Refused;
    }

    /// <summary>A draft that waits, at its version 1.</summary>
    public async Task<Guid> Sent(Actor drafter, int year = 1403)
    {
        var id = (await Begin(drafter, year)).Draft!.Id;
        Assert.Null(await Send(drafter, id, 0));
        return id;
    }

    /// <summary>Drafted by one officer and approved by another.</summary>
    public async Task<Guid> Published(int year = 1403)
    {
        var id = await Sent(await Officer(), year);
        Assert.Null(await Publish(await Officer(), id, 1));
        return id;
    }

    /// <summary>Does the work that publications asked for.</summary>
    public async Task TellFirms()
    {
        await using var node = new JobNode(
            house,
            "node",
            services => services.AddSingleton<IShippedRulebooks>(RepositoryRulebooks.Only)
        );
        while (await node.Work() is not null) { }
    }

    public static RulebookLibrary Library(KarvanContext db) =>
        new(db, RepositoryRulebooks.Only, new RulebookShelf());

    public Task<RulebookDraft?> One(Guid id, Actor actor) =>
        new RulebookDraftSearch(house.As(actor)).One(id);
}

/// <summary>The rulebook of the repository with its files.</summary>
internal sealed class RepositoryRulebooks : IShippedRulebooks
{
    public static readonly RepositoryRulebooks Only = new();

    private readonly RulebookPackage package;

    private RepositoryRulebooks()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Karvan.slnx")))
        {
            folder = folder.Parent!;
        }
        var family = Path.Combine(folder.FullName, "rulebooks", "exemplary-exporter");
        var path = Path.Combine(family, "1402.yaml");
        Books = [RulebookFile.Load(path).Rulebook!];
        var cases = Directory
            .GetFiles(Path.Combine(family, "cases", "1402"), "*.yaml")
            .ToDictionary(
                f => $"cases/{Path.GetFileName(f)}",
                File.ReadAllBytes,
                StringComparer.Ordinal
            );
        cases["tables/technology.csv"] = File.ReadAllBytes(
            Path.Combine(family, "tables", "technology.csv")
        );
        package = new RulebookPackage(File.ReadAllText(path), cases);
    }

    public IReadOnlyList<Rulebook> Books { get; }

    public RulebookPackage? Package(string hash) =>
        string.Equals(hash, Books[0].Hash, StringComparison.Ordinal) ? package : null;
}
