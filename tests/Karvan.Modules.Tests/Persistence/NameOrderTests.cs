using Karvan.Modules.Tests.Values;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>Names as they are kept, and lists in their order, the same in both databases.</summary>
public sealed class NameOrderTests
{
    private const int PerPage = 25;

    [OnBothDatabases]
    [Theory]
    public async Task Pages_of_a_list_follow_the_order_and_no_row_stands_on_two(Provider provider)
    {
        await using var house = await House.On(provider);
        // Some names more than once: the id decides between them.
        var names = DrawnNames.Of(120, 5);
        names.AddRange(names.Take(30).ToList());
        await Register(house, names);
        var firms = await house
            .As(Actor.System)
            .Enterprises.Select(e => new { e.Id, e.NameFa })
            .ToListAsync();
        var expected = firms
            .OrderBy(f => PersianText.SortKey(f.NameFa), StringComparer.Ordinal)
            .ThenBy(f => $"{f.Id}", StringComparer.Ordinal)
            .Select(f => f.Id)
            .ToList();
        var search = new EnterpriseSearch(house.As(Actor.System));
        foreach (var down in new[] { false, true })
        {
            var rows = search.Rows(
                new EnterpriseQuery(Order: new SortOrder(EnterpriseQuery.ByName, down))
            );
            var paged = new List<EnterpriseRow>();
            while (paged.Count < names.Count)
            {
                var (page, total) = await rows.Page(paged.Count, PerPage);
                Assert.Equal((names.Count, PerPage), (total, page.Count));
                paged.AddRange(page);
            }
            var all = await rows.All().Select(r => r.Id).ToListAsync();
            Assert.Equal(all, paged.Select(r => r.Id));
            if (down)
            {
                Assert.Equal(expected.AsEnumerable().Reverse().Select(Key), all.Select(Key));
            }
            else
            {
                Assert.Equal(expected, all);
            }
        }
        string Key(Guid id) => PersianText.SortKey(firms.Single(f => f.Id == id).NameFa);
    }

    /// <summary>Whatever way they came: here no form has touched them.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Names_are_kept_with_Persian_letters_and_have_their_key(Provider provider)
    {
        await using var house = await House.On(provider);
        await Register(house, ["كاشي يزد"]);
        await house.Somebody();
        var db = house.As(Actor.System);
        var firm = await db.Enterprises.SingleAsync();
        Assert.Equal(("کاشی یزد", PersianText.SortKey("کاشی یزد")), (firm.NameFa, firm.SortKey));
        Assert.All(
            await db.Users.ToListAsync(),
            p => Assert.Equal(PersianText.SortKey(p.FullName), p.SortKey)
        );
        var recorded = await db
            .AuditEvents.Where(e => e.Kind == nameof(Noted))
            .Select(e => e.Content)
            .SingleAsync();
        Assert.Contains("کاشی یزد", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("كاشي", recorded, StringComparison.Ordinal);
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_an_older_version_left_is_put_right_by_migrating(Provider provider)
    {
        await using var house = await House.On(provider);
        await Register(house, ["الف", "ب", "پ"]);
        var db = house.As(Actor.System);
        await db.GetService<IMigrator>().MigrateAsync("ClaimsAndTries");
        await using (var connection = await house.Database.OpenAsync())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """
                UPDATE "Enterprises" SET "NameFa" = 'كاشي يزد', "Remark" = 'مدارك كافي نيست', "SortKey" = 'old';
                """;
            Assert.Equal(3, await command.ExecuteNonQueryAsync());
        }
        await Databases.Migrate(db);
        var firms = await house.As(Actor.System).Enterprises.ToListAsync();
        Assert.Equal(3, firms.Count);
        Assert.All(
            firms,
            f =>
                Assert.Equal(
                    ("کاشی یزد", "مدارك كافي نيست", PersianText.SortKey("کاشی یزد")),
                    (f.NameFa, f.Remark, f.SortKey)
                )
        );
    }

    /// <summary>Whoever is ended between migrating and making keys makes them at the next start.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Keys_that_are_missing_are_made_at_the_next_start(Provider provider)
    {
        await using var house = await House.On(provider);
        await Register(house, DrawnNames.Of(3, 1));
        await house
            .As(Actor.System)
            .Enterprises.ExecuteUpdateAsync(set => set.SetProperty(e => e.SortKey, ""));
        await Databases.Migrate(house.As(Actor.System));
        var firms = await house.As(Actor.System).Enterprises.ToListAsync();
        Assert.All(firms, f => Assert.Equal(PersianText.SortKey(f.NameFa), f.SortKey));
    }

    private static async Task Register(House house, IReadOnlyList<string> names)
    {
        var db = house.As(Actor.System);
        await using var change = await house.ChangesOf(db).Begin(PlatformActs.RunSystem);
        foreach (var (place, name) in names.Index())
        {
            db.Enterprises.Add(
                Enterprise.Register(
                    new EnterpriseProfile(name, "21"),
                    OutsideIdKind.LegalId,
                    Numbers.Legal(place),
                    house.Clock.GetUtcNow().UtcDateTime
                )
            );
        }
        await change.Commit(new Noted(new Subject(nameof(Enterprise), null, Body.Shared)));
    }
}
