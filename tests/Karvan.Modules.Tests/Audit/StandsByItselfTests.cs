using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Audit;

/// <summary>What somebody does who can write to the tables and knows how the record is kept: each way shows.</summary>
public sealed class StandsByItselfTests
{
    private const string Chain = "Shared/21";

    /// <summary>A chain goes away as a whole, with all its events.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_chain_that_is_gone_shows(Provider provider)
    {
        await using var house = await House.On(provider);
        await house.Firm("فولاد یزد", "21", Numbers.Legal(1));
        await Do(
            house,
            $"DELETE FROM \"AuditEvents\" WHERE \"Chain\" = '{Chain}'",
            $"DELETE FROM \"AuditChains\" WHERE \"Key\" = '{Chain}'"
        );
        Assert.Equal((Chain, 1L, "no such chain"), await Fault(house));
    }

    /// <summary>An event is hidden in a chain that nobody looks through.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task An_event_of_no_chain_shows(Provider provider)
    {
        await using var house = await House.On(provider);
        await house.Firm("فولاد یزد", "21", Numbers.Legal(1));
        await Do(
            house,
            $"UPDATE \"AuditEvents\" SET \"Chain\" = 'Shared/99' WHERE \"Chain\" = '{Chain}'",
            $"UPDATE \"AuditChains\" SET \"Length\" = 0, \"Head\" = '{new string('0', 64)}' WHERE \"Key\" = '{Chain}'"
        );
        Assert.Equal(("Shared/99", 1L, "an event"), await Fault(house));
    }

    /// <summary>Rows get other numbers, so that a list by row tells another story.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Renumbered_rows_show(Provider provider)
    {
        await using var house = await House.On(provider);
        await house.Firm("فولاد یزد", "21", Numbers.Legal(1));
        await house.Firm("فولاد بافق", "21", Numbers.Legal(2));
        await Do(
            house,
            $"UPDATE \"AuditEvents\" SET \"Id\" = \"Id\" + 1000 WHERE \"Chain\" = '{Chain}' AND \"Number\" = 1"
        );
        var (chain, number, _) = await Fault(house);
        Assert.Equal((Chain, 2L), (chain, number));
    }

    [OnBothDatabases(
        "UPDATE \"Grants\" SET \"Role\" = 'Administrator'",
        "Role Administrator",
        "Role Auditor"
    )]
    [OnBothDatabases("UPDATE \"Grants\" SET \"Provinces\" = '*'", "Provinces *", "Provinces 21")]
    [OnBothDatabases("DELETE FROM \"Grants\"", "none", "an event that took it")]
    [OnBothDatabases(
        "UPDATE \"Grants\" SET \"IsClaim\" = NOT \"IsClaim\"",
        "IsClaim True",
        "IsClaim False"
    )]
    [Theory]
    public async Task A_role_that_no_event_gave_or_took_shows(
        Provider provider,
        string sql,
        string found,
        string expected
    )
    {
        await using var house = await House.On(provider);
        await house.Somebody(p =>
            Grant.OfStaff(
                p,
                Role.Auditor,
                Platform.Values.Body.Shared,
                Platform.Values.Provinces.Of("21")
            )
        );
        Assert.Empty((await new AuditVerification(house.As(Actor.System)).Run()).Broken);
        await Do(house, sql);
        var fault = Assert.Single(
            (await new AuditVerification(house.As(Actor.System)).Run()).Broken
        );
        Assert.Equal("Grants", fault.Chain);
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
    }

    private static async Task Do(House house, params string[] statements)
    {
        var db = house.As(Actor.System);
        Assert.Empty((await new AuditVerification(db).Run()).Broken);
        foreach (var sql in statements)
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }
    }

    private static async Task<(string, long, string)> Fault(House house)
    {
        var fault = Assert.Single(
            (await new AuditVerification(house.As(Actor.System)).Run()).Broken
        );
        return (fault.Chain, fault.Number, fault.Found);
    }
}
