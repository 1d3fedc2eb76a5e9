using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Modules.Tests.Registry;

/// <summary>What is done about claims to firms, each in a context of its own.</summary>
internal static class ClaimDesk
{
    public static Task<List<Grant>> Grants(House house, Guid firm) =>
        house.As(Actor.System).Grants.Where(g => g.EnterpriseId == firm).ToListAsync();

    public static async Task<List<string>> Letters(House house, Actor person)
    {
        var db = house.As(Actor.System);
        var mail = await db
            .Users.Where(p => p.Id == person.PersonId)
            .Select(p => p.Email)
            .SingleAsync();
        return await db.Outbox.Where(m => m.To == mail).Select(m => m.Title).ToListAsync();
    }

    public static async Task<EnterpriseRefusal?> Decide(
        House house,
        Actor expert,
        Guid firm,
        int version,
        VerificationState decision,
        string? remark = null
    )
    {
        var db = house.As(expert);
        return (
            await new VerifyEnterprise(db, house.ChangesOf(db)).Run(firm, version, decision, remark)
        ).Refused;
    }

    public static async Task<Outcome<Guid, ClaimRefusal>> Claim(
        House house,
        Actor person,
        string number,
        string statement = "مدیر عامل از ۱۴۰۰",
        bool file = true
    )
    {
        var db = house.As(person);
        await using var notice = await House.Notice();
        return await new ClaimEnterprise(
            db,
            house.ChangesOf(db),
            new StoreFile(db, new Scanning(false), house.Clock),
            house.Clock
        ).Run(person.PersonId!.Value, number, statement, file ? notice : null);
    }

    public static async Task<ClaimRefusal?> Settle(
        House house,
        Actor expert,
        Guid claim,
        int version,
        ClaimState decision,
        string? remark
    )
    {
        var db = house.As(expert);
        return (
            await new SettleClaim(db, house.ChangesOf(db)).Run(claim, version, decision, remark)
        ).Refused;
    }
}
