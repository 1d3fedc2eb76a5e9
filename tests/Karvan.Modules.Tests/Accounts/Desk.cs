using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Testing.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>A house with the use cases of accounts, put together as the application does; each asked for anew, as in a request of its own.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Password = "چهار واژهٔ پشت هم";

    private readonly ServiceProvider services;
    private Actor actor = Actor.Public;

    private Desk(House house)
    {
        House = house;
        var parts = new ServiceCollection();
        parts.AddLogging();
        parts.AddSingleton<TimeProvider>(house.Clock);
        parts.AddScoped(_ => house.As(actor));
        parts.AddModules();
        parts.AddKarvanIdentity();
        parts.AddSingleton<INoticeWriter, PlainNotices>();
        parts.AddSingleton<CountingHasher>();
        parts.AddSingleton<IPasswordHasher<Person>>(s => s.GetRequiredService<CountingHasher>());
        services = parts.BuildServiceProvider();
        services.MakeKeys();
    }

    public static async Task<Desk> On(Provider provider) => new(await House.On(provider));

    public House House { get; }

    public CountingHasher Hasher => services.GetRequiredService<CountingHasher>();

    public KarvanContext Db => House.As(Actor.System);

    /// <summary>A use case in a scope of its own.</summary>
    public T The<T>(Actor? asker = null)
        where T : notnull
    {
        actor = asker ?? Actor.Public;
        return services.CreateScope().ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>A use case as a person asks for it about themselves.</summary>
    public T The<T>(Guid person)
        where T : notnull => The<T>(Actor.Of(person, "themselves", [], null));

    /// <summary>Somebody with a confirmed address and <see cref="Password"/>.</summary>
    public async Task<Actor> Member(string email, params IReadOnlyList<Func<Guid, Grant>> grants)
    {
        await The<SignUp>().Run("مریم احمدی", email, "09120000000", Password, "fa");
        var token = (await Letters(email))[^1].Text;
        var person = await Db.Users.SingleAsync(p => p.Email == email);
        if (!await The<ConfirmEmail>().Run(person.Id, token))
        {
            throw new InvalidOperationException($"{email} was not confirmed.");
        }
        var db = Db;
        var held = grants.Select(g => g(person.Id)).ToList();
        await using var change = await House.ChangesOf(db).Begin(PlatformActs.RunSystem);
        db.Grants.AddRange(held);
        await change.Commit(new Noted(person.Subject));
        return Actor.Of(person.Id, person.FullName, held, null);
    }

    public async Task<SignInRefusal?> Try(string email, string password, string? code = null) =>
        (await The<SignIn>().Run(email, password, code, "127.0.0.1", "test")).Refused;

    public async Task<IReadOnlyList<OutboxMessage>> Letters(string to) =>
        await Db.Outbox.AsNoTracking().Where(m => m.To == to).OrderBy(m => m.Id).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await House.DisposeAsync();
    }
}

/// <summary>The real hasher, counted, and with few rounds: tests of sign-in hash hundreds of times.</summary>
internal sealed class CountingHasher : IPasswordHasher<Person>
{
    private const int FewRounds = 10;
    private readonly PasswordHasher<Person> real = new(
        Options.Create(new PasswordHasherOptions { IterationCount = FewRounds })
    );
    private int verified;

    public int Verified => verified;

    public string HashPassword(Person user, string password) => real.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(
        Person user,
        string hashedPassword,
        string providedPassword
    )
    {
        Interlocked.Increment(ref verified);
        return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
