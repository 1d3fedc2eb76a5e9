using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Refused = Karvan.Platform.Values.Outcome<
    Karvan.Customs.Records.CustomsImport,
    Karvan.Customs.Records.ImportRefusal
>;

namespace Karvan.Modules.Tests.Customs;

/// <summary>What is not done to an import, and that nothing of it happened.</summary>
public sealed class ImportRefusalTests
{
    private static readonly string Line =
        $"A1,1,export,1401/02/03,{Numbers.Legal(1)},842320,IQ,100,10\n";

    /// <summary>Everything that is done to an import, by its name.</summary>
    private static readonly Dictionary<
        string,
        Func<CustomsDesk, Actor, Guid, int, Task<Refused>>
    > Acts = new(StringComparer.Ordinal)
    {
        ["map"] = (desk, by, id, version) =>
            desk.Do<MapImport, Refused>(by, m => m.Run(id, version, MappingProfile.Standard, null)),
        ["start"] = (desk, by, id, version) =>
            desk.Do<StartReading, Refused>(by, s => s.Run(id, version)),
        ["commit"] = (desk, by, id, version) =>
            desk.Do<CommitImport, Refused>(by, c => c.Run(id, version, null)),
        ["withdraw"] = (desk, by, id, version) =>
            desk.Do<WithdrawImport, Refused>(by, w => w.Run(id, version, "why")),
        ["discard"] = (desk, by, id, version) =>
            desk.Do<DiscardImport, Refused>(by, d => d.Run(id, version)),
        ["again"] = (desk, by, id, _) => desk.Do<ImportAgain, Refused>(by, a => a.Run(id)),
    };

    [Theory, OnBothDatabases]
    public async Task Nothing_is_done_over_an_older_page_or_from_another_province(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var stranger = await house.Expert("21");
        var import = await desk.Look(await desk.Send(expert, CustomsDesk.Header + Line));
        var events = await house.As(Actor.System).AuditEvents.CountAsync();
        foreach (var (name, act) in Acts)
        {
            var elsewhere = await act(desk, stranger, import.Id, import.Version);
            Assert.Equal((name, ImportRefusal.NotFound), (name, elsewhere.Refused));
            var nowhere = await act(desk, expert, Guid.NewGuid(), 0);
            Assert.Equal((name, ImportRefusal.NotFound), (name, nowhere.Refused));
            if (name != "again")
            {
                var older = await act(desk, expert, import.Id, import.Version + 1);
                Assert.Equal((name, ImportRefusal.Stale), (name, older.Refused));
            }
        }
        var after = await desk.Look(import.Id);
        Assert.Equal((import.Version, ImportState.Mapping), (after.Version, after.State));
        Assert.Equal(events, await house.As(Actor.System).AuditEvents.CountAsync());
    }

    /// <summary>What each state of an import refuses, and what it does not.</summary>
    [Theory, OnBothDatabases]
    public async Task Each_state_takes_what_it_can_and_says_why_not(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        async Task<Guid> Ready()
        {
            var sent = await desk.Send(expert, CustomsDesk.Header + Line);
            await desk.Read(expert, sent);
            return sent;
        }
        async Task Refuses(Guid of, ImportState state, params (string Act, ImportRefusal Why)[] all)
        {
            var import = await desk.Look(of);
            Assert.Equal(state, import.State);
            foreach (var (act, why) in all)
            {
                var answer = await Acts[act](desk, expert, of, import.Version);
                Assert.Equal((state, act, why), (state, act, answer.Refused));
            }
            Assert.Equal(import.Version, (await desk.Look(of)).Version);
        }
        var id = await desk.Send(expert, CustomsDesk.Header + Line);
        await Refuses(
            id,
            ImportState.Mapping,
            ("start", ImportRefusal.NotMapped),
            ("commit", ImportRefusal.NotReady),
            ("withdraw", ImportRefusal.NotInForce)
        );
        await Acts["map"](desk, expert, id, 0);
        await Acts["start"](desk, expert, id, 1);
        await Refuses(
            id,
            ImportState.Reading,
            ("map", ImportRefusal.NotOpen),
            ("start", ImportRefusal.NotMapped),
            ("commit", ImportRefusal.NotReady),
            ("withdraw", ImportRefusal.NotInForce),
            ("discard", ImportRefusal.NotOpen)
        );
        await desk.WorkAll();
        await Refuses(
            id,
            ImportState.Ready,
            ("start", ImportRefusal.NotMapped),
            ("withdraw", ImportRefusal.NotInForce)
        );
        await desk.Commit(expert, id);
        (string, ImportRefusal)[] closed =
        [
            ("map", ImportRefusal.NotOpen),
            ("start", ImportRefusal.NotMapped),
            ("commit", ImportRefusal.NotReady),
            ("discard", ImportRefusal.NotOpen),
        ];
        (string, ImportRefusal) notInForce = ("withdraw", ImportRefusal.NotInForce);
        await Refuses(id, ImportState.Committed, closed);
        var next = await Ready();
        await desk.Commit(expert, next, instead: id);
        await Refuses(id, ImportState.Superseded, [.. closed, notInForce]);
        var standing = await desk.Look(next);
        await Acts["withdraw"](desk, expert, next, standing.Version);
        await Refuses(next, ImportState.Withdrawn, [.. closed, notInForce]);
        var thrown = await Ready();
        await Acts["discard"](desk, expert, thrown, (await desk.Look(thrown)).Version);
        await Refuses(thrown, ImportState.Discarded, [.. closed, notInForce]);
    }

    [Theory, OnBothDatabases]
    public async Task Only_an_import_in_force_of_the_same_province_gives_way(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var organization = await house.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );
        var country = await desk.Import(organization, Line, province: null);
        var elsewhere = await desk.Import(organization, Line, province: "21");
        var open = await desk.Send(expert, CustomsDesk.Header + Line);
        var gone = await desk.Import(expert, Line);
        await Acts["withdraw"](desk, expert, gone.Id, gone.Version);

        var id = await desk.Send(expert, CustomsDesk.Header + Line);
        var read = await desk.Read(expert, id);
        foreach (var other in new[] { country.Id, elsewhere.Id, open, gone.Id, id, Guid.NewGuid() })
        {
            var refused = await desk.Do<CommitImport, Refused>(
                organization,
                c => c.Run(id, read.Version, other)
            );
            Assert.Equal((other, ImportRefusal.NotInForce), (other, refused.Refused));
        }
        var after = await desk.Look(id);
        Assert.Equal(
            (ImportState.Ready, read.Version, null),
            (after.State, after.Version, after.Sequence)
        );
        Assert.True((await desk.Look(country.Id)).InForce);
        Assert.True((await desk.Look(elsewhere.Id)).InForce);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_takes_a_name_and_a_length_that_it_may_have(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        foreach (
            var (name, length, why) in new (string?, long, ImportRefusal?)[]
            {
                (null, 1, ImportRefusal.NameMissing),
                (" ", 1, ImportRefusal.NameMissing),
                ("a.csv", 0, ImportRefusal.BadLength),
                ("a.csv", -1, ImportRefusal.BadLength),
                // 2 GiB, as decided in the usual limits, and one byte more.
                ("a.csv", 2_147_483_649, ImportRefusal.BadLength),
                ("a.csv", 2_147_483_648, null),
            }
        )
        {
            var begun = await desk.Do<BeginUpload, Outcome<CustomsFile, ImportRefusal>>(
                expert,
                b => b.Run(name, length, "08")
            );
            Assert.Equal((name, length, why), (name, length, begun.Refused));
        }
        Assert.Equal(1, await house.As(Actor.System).CustomsFiles.CountAsync());
    }

    /// <summary>The mapping goes with it, the file is the same, and the one before stays as it is.</summary>
    [Theory, OnBothDatabases]
    public async Task An_import_begun_again_reads_the_same_file(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var first = await desk.Import(expert, Line);
        var again = (await Acts["again"](desk, expert, first.Id, 0)).Value;
        Assert.Equal(
            (first.FileId, first.Number + 1, first.Mapping, ImportState.Mapping),
            (again.FileId, again.Number, again.Mapping, again.State)
        );
        await desk.Do<StartReading, Refused>(expert, s => s.Run(again.Id, again.Version));
        await desk.WorkAll();
        var read = await desk.Look(again.Id);
        Assert.Equal((ImportState.Ready, 1), (read.State, read.Accepted));
        Assert.True((await desk.Look(first.Id)).InForce);
    }
}
