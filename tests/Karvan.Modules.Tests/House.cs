using System.Collections.Concurrent;
using System.Text;
using Karvan.Modules.Tests.Promoters;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Karvan.Modules.Tests;

/// <summary>A fresh, migrated database of one test, and contexts on it as different people see it.</summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly DatabaseTemplate Template = new(
        async (connection, _) =>
        {
            await using var db = Databases.Open(connection, WriteGate.Any());
            await Databases.Migrate(db);
        }
    );

    private readonly TestDatabase database;
    private readonly WriteGate gate;
    private readonly ConcurrentBag<KarvanContext> contexts = [];

    private House(TestDatabase database)
    {
        this.database = database;
        gate = Databases.IsPostgres(database.ConnectionString)
            ? WriteGate.Any()
            : WriteGate.OneAtATime();
    }

    public static async Task<House> On(Provider provider) =>
        new(await Template.CopyAsync(provider));

    /// <summary>On a database that somebody else made; it goes with the house.</summary>
    public static House Over(TestDatabase database) => new(database);

    /// <summary>Stands until it is moved.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero));

    public TestDatabase Database => database;

    public string Connection => database.ConnectionString;

    /// <summary>A context of its own, as a request has one.</summary>
    public KarvanContext As(Actor actor)
    {
        var db = Databases.Open(database.ConnectionString, gate);
        db.SeeAs(actor);
        contexts.Add(db);
        return db;
    }

    /// <summary>With the reactions of every module, as in the application.</summary>
    public Changes ChangesOf(KarvanContext db)
    {
        var services = new ServiceCollection();
        services.AddModules();
        services.AddSingleton(db);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<INoticeWriter, PlainNotices>();
        return new Changes(db, Clock, new Reactions(services.BuildServiceProvider()));
    }

    /// <summary>Somebody with an account and the grants given.</summary>
    public async Task<Actor> Somebody(params IReadOnlyList<Func<Guid, Grant>> grants)
    {
        var db = As(Actor.System);
        var name = $"person-{Guid.CreateVersion7():n}";
        var person = Person.Join(
            name,
            $"{name}@example.org",
            null,
            "fa",
            Clock.GetUtcNow().UtcDateTime
        );
        person.NormalizedUserName = person.NormalizedEmail = name.ToUpperInvariant();
        var held = grants.Select(g => g(person.Id)).ToList();
        await using var change = await ChangesOf(db).Begin(PlatformActs.RunSystem);
        db.Users.Add(person);
        db.Grants.AddRange(held);
        await change.Commit(new SignedUp(person.Subject));
        return Actor.Of(person.Id, name, held, held.FirstOrDefault()?.EnterpriseId);
    }

    public Task<Actor> Expert(string province, Body body = Body.SmallIndustries) =>
        Somebody(p => Grant.OfStaff(p, Role.ProvincialExpert, body, Provinces.Of(province)));

    /// <summary>Registers a firm as a person of their own would.</summary>
    /// <param name="claim">
    /// As it is right afterwards: nobody knows yet whether they act for it. Else they do, and the document that showed it
    /// is not there to be counted.
    /// </param>
    public async Task<(Actor Person, Guid Firm)> Firm(
        string name,
        string province,
        string number,
        bool claim = false
    )
    {
        var person = await Somebody();
        var db = As(person);
        await using var notice = await Notice();
        var made = await RegisterIn(db)
            .Run(person.PersonId!.Value, new EnterpriseProfile(name, province), number, notice);
        if (!claim)
        {
            var all = As(Actor.System);
            await using (var change = await ChangesOf(all).Begin(PlatformActs.RunSystem))
            {
                var held = await all.Grants.SingleAsync(g => g.EnterpriseId == made.Value);
                held.FindTrue();
                await change.Commit(
                    new Noted(
                        new Subject(
                            nameof(Person),
                            person.PersonId,
                            Body.Shared,
                            PersonId: person.PersonId
                        )
                    )
                );
            }
            await all.Attachments.Where(a => a.OwnerId == made.Value).ExecuteDeleteAsync();
            var hash = notice.Hash;
            await all.Set<ContentChunk>().Where(c => c.Hash == hash).ExecuteDeleteAsync();
            await all.StoredContents.Where(c => c.Hash == hash).ExecuteDeleteAsync();
        }
        var grant = Grant.OfFirm(person.PersonId.Value, made.Value);
        return (Actor.Of(person.PersonId.Value, person.Name, [grant], made.Value), made.Value);
    }

    public RegisterEnterprise RegisterIn(KarvanContext db) =>
        new(db, ChangesOf(db), new StoreFile(db, new Scanning(false), Clock), Clock);

    /// <summary>A document, such as a company's notice of registration.</summary>
    public static async Task<ReceivedFile> Notice()
    {
        using var sent = new MemoryStream(
            Encoding.ASCII.GetBytes($"%PDF-1.4\n% {Guid.NewGuid()}\n%%EOF\n")
        );
        return (await ReceivedFile.From(sent, "notice.pdf", FileLimits.Usual)).Value;
    }

    /// <summary>Closes everything, as an application that is stopped.</summary>
    public async Task LetGo()
    {
        while (contexts.TryTake(out var db))
        {
            await db.DisposeAsync();
        }
        if (database.Provider is Provider.Sqlite)
        {
            await using var pooled = new SqliteConnection(database.ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LetGo();
        await database.DisposeAsync();
        gate.Dispose();
    }
}

/// <summary>An event of a test.</summary>
internal sealed record Noted(Subject Subject) : DomainEvent(Subject);
