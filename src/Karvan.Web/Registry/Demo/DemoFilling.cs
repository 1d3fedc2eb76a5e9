using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Trade.Demo;
using Karvan.Web.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Demo;

/// <summary>What the demo has before its parts are filled.</summary>
/// <param name="People">The demo accounts by their keys.</param>
internal sealed record DemoBasis(
    IReadOnlyList<Enterprise> Firms,
    IReadOnlyDictionary<string, Person> People
);

/// <summary>What one module adds to the demo, after firms and accounts.</summary>
internal interface IDemoPart
{
    /// <summary>Parts are filled in this order, smaller ones first.</summary>
    int Place { get; }

    Task Fill(DemoBasis basis, CancellationToken cancellation);
}

/// <summary>Fills an empty database with invented firms, one account for every role, and what each module adds.</summary>
internal sealed class DemoFilling(
    KarvanContext db,
    DemoPeople people,
    Changes changes,
    TimeProvider clock,
    IEnumerable<IDemoPart> parts
)
{
    public const ulong Seed = 7;

    /// <summary>How many years of customs lines the demo has.</summary>
    public const int YearsOfTrade = 5;

    private const int FirmsInOneChange = 200;

    // Enough years for a rulebook's window; the firms do not depend on which they are.
    private static readonly int[] Years = [.. Enumerable.Range(1, YearsOfTrade)];

    /// <summary>A database in which anybody has an account is not filled.</summary>
    public static async Task<bool> IsNeeded(
        KarvanContext db,
        CancellationToken cancellation = default
    ) => !await db.Users.AnyAsync(cancellation);

    public async Task Run(int firms, CancellationToken cancellation = default)
    {
        var registered = new List<Enterprise>();
        foreach (var some in DemoFirms.Draw(firms, Seed, Years).Chunk(FirmsInOneChange))
        {
            registered.AddRange(await Register(some, cancellation));
            db.ChangeTracker.Clear();
        }
        List<DemoFirmPlace> places =
        [
            .. registered.Select(f => new DemoFirmPlace(f.Id, f.Province)),
        ];
        var opened = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var account in DemoAccounts.All)
        {
            opened[account.Key] = await people.Open(
                account.NameFa,
                account.Email,
                person => account.Grants(person, places),
                cancellation
            );
        }
        var basis = new DemoBasis(registered, opened);
        foreach (var part in parts.OrderBy(p => p.Place))
        {
            // Thousands of firms tracked by the context would be compared again with each of a part's small changes.
            db.ChangeTracker.Clear();
            await part.Fill(basis, cancellation);
        }
        await Databases.Analyze(db, cancellation);
    }

    private async Task<List<Enterprise>> Register(DemoFirm[] firms, CancellationToken cancellation)
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var made = new List<Enterprise>();
        foreach (var (firm, place) in firms.Select((f, i) => (f, i)))
        {
            var profile = new EnterpriseProfile(
                firm.Name,
                firm.Province,
                Employees: Employees(firm)
            )
            {
                ProductLines = [.. firm.HsCodes.Select(c => (c, (string?)null))],
            };
            var kind = LegalId.TryParse(firm.Id, out _)
                ? OutsideIdKind.LegalId
                : OutsideIdKind.NationalCode;
            var enterprise = Enterprise.Register(profile, kind, firm.Id, now);
            // A few still wait for their expert.
            if (place % 10 != 0)
            {
                enterprise.Decide(VerificationState.Verified, null);
            }
            made.Add(enterprise);
        }
        db.Enterprises.AddRange(made);
        await change.Commit(new DemoFirmsRegistered(made.Count), cancellation);
        return made;
    }

    /// <summary>From the digits of the id, so that a firm has as many every time.</summary>
    private static int Employees(DemoFirm firm) =>
        firm.Tier switch
        {
            1 => 3 + firm.Id[^2] % 7,
            2 => 12 + (firm.Id[^3] - '0') * 4,
            _ => 60 + (firm.Id[^3] - '0') * 25,
        };
}
