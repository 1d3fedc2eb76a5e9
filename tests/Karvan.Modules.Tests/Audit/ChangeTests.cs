using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Audit;

/// <summary>Every change leaves its event in the same transaction; the chain shows what was tampered with.</summary>
public sealed class ChangeTests
{
    private const string Legal = "10380284790";

    [OnBothDatabases]
    [Theory]
    public async Task An_event_names_who_what_and_each_field_before_and_after(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var db = house.As(person);
        await new EditEnterprise(db, house.ChangesOf(db)).Run(
            firm,
            0,
            new EnterpriseProfile("فولاد یزد", "21", Employees: 40)
        );
        var trail = await new AuditTrail(db).Of(new Subject("Enterprise", firm, Body.Shared));
        Assert.Equal(["EnterpriseEdited", "EnterpriseRegistered"], trail.Select(e => e.Kind));
        Assert.Equal((person.PersonId, "Shared/21"), (trail[0].AuthorId, trail[0].Chain));
        var change = Assert.Single(
            EventContent.Parse(trail[0].Content).Changes,
            c => c.Field == "Employees"
        );
        Assert.Equal((null, "40"), (change.Before, change.After));
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_not_committed_is_neither_done_nor_told(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var db = house.As(Actor.System);
        await using (var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem))
        {
            (await db.Enterprises.SingleAsync(e => e.Id == firm)).Edit(
                new EnterpriseProfile("دیگر", "21")
            );
            await db.SaveChangesAsync();
        }
        var after = house.As(Actor.System);
        Assert.Equal("فولاد یزد", (await after.Enterprises.SingleAsync(e => e.Id == firm)).NameFa);
        Assert.Empty((await new AuditVerification(after).Run()).Broken);
    }

    [OnBothDatabases]
    [Theory]
    public async Task Nothing_is_saved_outside_a_change(Provider provider)
    {
        await using var house = await House.On(provider);
        var (_, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var db = house.As(Actor.System);
        (await db.Enterprises.SingleAsync(e => e.Id == firm)).Edit(
            new EnterpriseProfile("دیگر", "21")
        );
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            db.SaveChangesAsync()
        );
        Assert.Contains("outside a change", refused.Message, StringComparison.Ordinal);
    }

    [OnBothDatabases]
    [Theory]
    public async Task No_secret_enters_the_record(Provider provider)
    {
        await using var house = await House.On(provider);
        var person = await house.Somebody();
        var db = house.As(Actor.System);
        await using (var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem))
        {
            var account = await db.Users.SingleAsync(u => u.Id == person.PersonId);
            account.PasswordHash = "hash-of-a-password";
            account.SecurityStamp = "stamp";
            account.PhoneNumber = "+989120000000";
            await change.Commit(new Noted(account.Subject));
        }
        var told = string.Join('\n', await db.AuditEvents.Select(e => e.Content).ToListAsync());
        Assert.Contains("+989120000000", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hash-of-a-password", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"stamp\"", told, StringComparison.Ordinal);
    }

    [OnBothDatabases(
        "UPDATE \"AuditEvents\" SET \"AuthorName\" = 'nobody' WHERE \"Number\" = 2 AND \"Chain\" = 'Shared/21'",
        2
    )]
    [OnBothDatabases(
        "UPDATE \"AuditEvents\" SET \"Content\" = 'x' WHERE \"Number\" = 1 AND \"Chain\" = 'Shared/21'",
        1
    )]
    [OnBothDatabases(
        "DELETE FROM \"AuditEvents\" WHERE \"Number\" = 2 AND \"Chain\" = 'Shared/21'",
        2
    )]
    [OnBothDatabases(
        "DELETE FROM \"AuditEvents\" WHERE \"Number\" = 3 AND \"Chain\" = 'Shared/21'",
        3
    )]
    [OnBothDatabases("UPDATE \"AuditChains\" SET \"Head\" = 'x' WHERE \"Key\" = 'Shared/21'", 3)]
    [Theory]
    public async Task Tampering_shows_where_it_begins(Provider provider, string sql, int number)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("فولاد یزد", "21", Legal);
        foreach (var version in new[] { 0, 1 })
        {
            var own = house.As(person);
            await new EditEnterprise(own, house.ChangesOf(own)).Run(
                firm,
                version,
                new EnterpriseProfile("فولاد یزد", "21", Employees: 40 + version)
            );
        }
        var db = house.As(Actor.System);
        Assert.Empty((await new AuditVerification(db).Run()).Broken);
        await db.Database.ExecuteSqlRawAsync(sql);
        var fault = Assert.Single(
            (await new AuditVerification(house.As(Actor.System)).Run()).Broken
        );
        Assert.Equal(("Shared/21", (long)number), (fault.Chain, fault.Number));
    }

    /// <summary>
    /// Whoever can write to the database can shorten a chain and its end together: it holds in itself, and only a head
    /// that was published before shows it.
    /// </summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_published_head_shows_a_chain_that_was_cut(Provider provider)
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var own = house.As(person);
        await new EditEnterprise(own, house.ChangesOf(own)).Run(
            firm,
            0,
            new EnterpriseProfile("فولاد یزد", "21", Employees: 40)
        );
        var db = house.As(Actor.System);
        var published = await new AuditSearch(db).Heads();
        Assert.Contains(published, h => h is { Chain: "Shared/21", Number: 2 });
        Assert.Empty((await new AuditVerification(db).Run(published)).Broken);

        await db.Database.ExecuteSqlRawAsync(
            "DELETE FROM \"AuditEvents\" WHERE \"Chain\" = 'Shared/21' AND \"Number\" = 2"
        );
        await db.Database.ExecuteSqlRawAsync(
            "UPDATE \"AuditChains\" SET \"Length\" = 1, \"Head\" = (SELECT \"Hash\" FROM \"AuditEvents\" WHERE \"Chain\" = 'Shared/21') WHERE \"Key\" = 'Shared/21'"
        );
        Assert.Empty((await new AuditVerification(db).Run()).Broken);
        var fault = Assert.Single((await new AuditVerification(db).Run(published)).Broken);
        Assert.Equal(("Shared/21", 2L, "1 events"), (fault.Chain, fault.Number, fault.Found));

        var other = published.ConvertAll(h => h with { Hash = new string('a', 64), Number = 1 });
        fault = Assert.Single(
            (await new AuditVerification(db).Run(other)).Broken,
            f => f.Chain == "Shared/21"
        );
        Assert.Equal(1, fault.Number);
        var unknown = new ChainHead("Nobody/99", 1, AuditChain.Zero);
        Assert.Single((await new AuditVerification(db).Run([unknown])).Broken);
    }

    /// <summary>Forty changes at once in two chains: no number twice, none left out.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Chains_hold_under_many_writers(Provider provider)
    {
        await using var house = await House.On(provider);
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async i =>
                {
                    var db = house.As(Actor.System);
                    await using var change = await house
                        .ChangesOf(db)
                        .Begin(PlatformActs.RunSystem);
                    await change.Commit(
                        new Noted(new Subject("Note", null, Body.Shared, i % 2 == 0 ? "08" : "21"))
                    );
                })
        );
        var after = house.As(Actor.System);
        Assert.Equal(40, await after.AuditEvents.CountAsync());
        Assert.Empty((await new AuditVerification(after).Run()).Broken);
        Assert.Equal(
            [20L, 20L],
            await after.AuditChains.Where(c => c.Length > 0).Select(c => c.Length).ToListAsync()
        );
    }
}
