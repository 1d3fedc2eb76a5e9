using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Modules.Tests.Customs.LineRoom;
using static Karvan.Modules.Tests.Customs.MovedLineTests;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A line is moved only where no line of its key counts, whosever that is; snapshots on both sides follow its file.</summary>
public sealed class MovedKeyTests
{
    private const string Elsewhere = "21";
    private static readonly string Other = Numbers.Legal(2);
    private static readonly string Third = Numbers.Legal(3);
    private static readonly LineCorrection Imported = Same with { Import = true };

    [Theory, OnBothDatabases]
    public async Task Flow_is_refused_where_another_firm_has_the_key(Provider provider)
    {
        await using var room = await LineRoom.On(
            provider,
            Line() + $"A1,1,import,1401/02/03,{Other},842320,CN,7,1\n"
        );
        // Somebody whom nobody knows takes no line from a firm.
        var made = (await room.Adjust(Imported)).Value;
        Assert.True((await room.Withdraw(made, "again")).Done);
        var (_, firm) = await room.House.Firm("دیگر", Province, Other);
        Assert.Equal(LineRefusal.KeyTaken, (await room.Adjust(Imported)).Refused);
        Assert.Equal(100_00, await room.Cents());
        // What is struck off the other firm leaves room.
        Assert.True(await Strike(room, firm));
        Assert.True((await room.Adjust(Imported)).Done);
        Assert.True((await room.Desk.Cells(room.Person, room.Firm)).Single().Import);
    }

    [Theory, OnBothDatabases]
    public async Task Flow_is_held_against_the_files_in_force_for_the_province(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        await room.House.Firm("دیگر", Elsewhere, Other);
        var organization = await Organization(room);
        var taken = $"A1,1,import,1401/02/03,{Other},842320,CN,7,1\n";
        // A file of another province is not looked at here.
        await room.Desk.Import(await room.House.Expert(Elsewhere), taken, Elsewhere);
        var made = (await room.Adjust(Imported)).Value;
        Assert.True((await room.Withdraw(made, "again")).Done);
        await room.Desk.Import(organization, taken, province: null);
        Assert.Equal(LineRefusal.KeyTaken, (await room.Adjust(Imported)).Refused);
    }

    [Theory, OnBothDatabases]
    public async Task Flow_is_refused_where_a_decision_gave_another_firm_the_key(Provider provider)
    {
        await using var room = await LineRoom.On(
            provider,
            Line() + $"A1,1,import,1401/02/03,{Third},842320,CN,7,1\n"
        );
        await room.House.Firm("دیگر", Province, Other);
        var (_, third) = await room.House.Firm("سومی", Province, Third);
        var given = await Decide(room, third, Imported with { Owner = Other });
        Assert.True(given.Done);
        Assert.Equal(LineRefusal.KeyTaken, (await room.Adjust(Imported)).Refused);
    }

    [Theory, OnBothDatabases]
    public async Task Snapshots_where_a_line_was_given_are_flagged_when_its_import_goes(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        await room.House.Firm("دیگر", Elsewhere, Other);
        var organization = await Organization(room);
        await room.Desk.Import(
            organization,
            $"Z1,1,export,1401/02/03,{Numbers.Legal(7)},842320,IQ,5,1\n",
            province: null
        );
        Assert.True((await room.Adjust(Same with { Owner = Other }, by: organization)).Done);
        var first = room.Latest;
        foreach (var province in new[] { Province, Elsewhere, "10", null })
        {
            var taken = await room.Desk.Do<TakeSnapshot, Outcome<CustomsSnapshot, SnapshotRefusal>>(
                organization,
                t => t.Run(province, "R")
            );
            Assert.True(taken.Done);
        }
        // Another import beside it, of which no line was given, says nothing of the receiving province.
        var beside = await room.Import($"B1,1,export,1401/02/03,{Number},842320,IQ,5,1\n", true);
        await Withdraw(room, beside.Id);
        Assert.Empty(await Flagged(room));
        await Withdraw(room, first);
        Assert.Equal([Province, Elsewhere], await Flagged(room));
    }

    [Theory, OnBothDatabases]
    public async Task Snapshots_where_a_line_was_given_are_flagged_when_its_import_gives_way(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        await room.House.Firm("دیگر", Elsewhere, Other);
        var organization = await Organization(room);
        await room.Desk.Import(
            await room.House.Expert(Elsewhere),
            $"Z1,1,export,1401/02/03,{Numbers.Legal(7)},842320,IQ,5,1\n",
            Elsewhere
        );
        Assert.True((await room.Adjust(Same with { Owner = Other }, by: organization)).Done);
        await room.Desk.Do<TakeSnapshot, Outcome<CustomsSnapshot, SnapshotRefusal>>(
            organization,
            t => t.Run(Elsewhere, "R")
        );
        await room.Import(Line("90"));
        Assert.Equal([Elsewhere], await Flagged(room));
    }

    private static Task<Outcome<CustomsAdjustment, LineRefusal>> Decide(
        LineRoom room,
        Guid firm,
        LineCorrection? correction
    ) =>
        room.Desk.Do<AdjustLine, Outcome<CustomsAdjustment, LineRefusal>>(
            room.Expert,
            a =>
                a.Run(
                    new LineDecision(
                        firm,
                        room.Latest,
                        Key with
                        {
                            Import = true,
                        },
                        correction,
                        "because",
                        null,
                        null
                    ),
                    null
                )
        );

    private static async Task<bool> Strike(LineRoom room, Guid firm) =>
        (await Decide(room, firm, null)).Done;

    private static async Task Withdraw(LineRoom room, Guid id)
    {
        var import = await room.Desk.Look(id);
        var done = await room.Desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
            room.Expert,
            w => w.Run(id, import.Version, "wrong file")
        );
        Assert.True(done.Done);
    }

    private static async Task<IReadOnlyList<string?>> Flagged(LineRoom room) =>
        await room
            .House.As(Actor.System)
            .CustomsSnapshots.Where(s => s.FlaggedAt != null)
            .OrderBy(s => s.Province)
            .Select(s => s.Province)
            .ToListAsync();

    private static Task<Actor> Organization(LineRoom room) =>
        room.House.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );
}
