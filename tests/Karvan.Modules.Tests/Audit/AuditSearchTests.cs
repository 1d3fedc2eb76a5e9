using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Modules.Tests.Audit;

/// <summary>Looking through the record: by words, by kind, by day, and in no chain but those asked.</summary>
public sealed class AuditSearchTests
{
    private const string Legal = "10380284790";

    [OnBothDatabases("اصفهان", 0)]
    [OnBothDatabases("مهریز", 1)]
    [OnBothDatabases("person-", 2)]
    [Theory]
    public async Task Events_are_found_by_author_and_by_what_changed(
        Provider provider,
        string words,
        int events
    )
    {
        await using var house = await House.On(provider);
        var (person, firm) = await house.Firm("فولاد یزد", "21", Legal);
        var own = house.As(person);
        await new EditEnterprise(own, house.ChangesOf(own)).Run(
            firm,
            0,
            new EnterpriseProfile("فولاد یزد", "21", Address: "مهریز")
        );
        var search = new AuditSearch(house.As(Actor.System));
        Assert.Equal(
            events,
            (await search.Rows(new AuditQuery(words), ["Shared/21"]).Page()).Total
        );
        Assert.Equal(
            1,
            (
                await search
                    .Rows(
                        new AuditQuery(
                            words,
                            Kinds: ["EnterpriseRegistered"],
                            Kind: "EnterpriseRegistered"
                        ),
                        ["Shared/21"]
                    )
                    .Page()
            ).Total
        );
        Assert.Equal(0, (await search.Rows(new AuditQuery(words), ["Shared/08"]).Page()).Total);
    }

    /// <summary>The clock stands at noon in Tehran; the day before and the day after hold nothing.</summary>
    [OnBothDatabases(0, 0, 1)]
    [OnBothDatabases(-1, -1, 0)]
    [OnBothDatabases(1, 1, 0)]
    [OnBothDatabases(-1, 1, 1)]
    [Theory]
    public async Task Events_are_found_by_their_day(Provider provider, int from, int to, int events)
    {
        await using var house = await House.On(provider);
        await house.Firm("فولاد یزد", "21", Legal);
        var today = TehranTime.DayOf(house.Clock.GetUtcNow().UtcDateTime);
        var found = await new AuditSearch(house.As(Actor.System))
            .Rows(new AuditQuery(From: today.AddDays(from), To: today.AddDays(to)), ["Shared/21"])
            .Page();
        Assert.Equal(events, found.Total);
    }
}
