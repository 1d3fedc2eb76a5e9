using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Modules.Tests.Customs.LineRoom;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A line counts for another firm: once, there and not here, as long as its file has it. See <see cref="MovedFlowTests"/> too.</summary>
public sealed class MovedLineTests
{
    private const string Elsewhere = "21";
    private static readonly string Other = Numbers.Legal(2);

    /// <summary>As the file says it, but for flow or owner.</summary>
    internal static readonly LineCorrection Same = new(
        new DateOnly(2022, 4, 23),
        "842320",
        "IQ",
        100_00,
        10_000
    );

    [Theory, OnBothDatabases]
    public async Task Line_of_another_firm_counts_for_that_firm_in_its_province(Provider provider)
    {
        await using var room = await LineRoom.On(
            provider,
            Line() + $"B1,1,export,1401/02/03,{Number},842320,IQ,5,1\n"
        );
        var (owner, firm) = await room.House.Firm("دیگر", Elsewhere, Other);
        var organization = await Organization(room);
        // The province's expert does not reach a firm of another province, and learns nothing of it.
        var gives = Same with
        {
            Owner = Other,
        };
        Assert.Equal(LineRefusal.NoSuchFirm, (await room.Adjust(gives)).Refused);
        Assert.Equal(
            LineRefusal.NoSuchFirm,
            (await room.Adjust(gives with { Owner = Numbers.Legal(8) }, by: organization)).Refused
        );
        var made = (await room.Adjust(gives, by: organization)).Value;
        Assert.Equal(5_00, await room.Cents());
        Assert.Equal(100_00, (await room.Desk.Cells(owner, firm)).Single().ValueCents);
        await Sums(room, Province, exports: 5_00);
        await Sums(room, Elsewhere, exports: 100_00);
        Assert.Equal([LineNotices.Struck.Name], await Told(room, room.Person));
        Assert.Equal([LineNotices.Given.Name], await Told(room, owner));

        // Each side sees its own half of the decision.
        Assert.Equal(
            made.Id,
            (await room.House.As(room.Person).CustomsAdjustments.SingleAsync()).Id
        );
        Assert.Equal(
            made.CounterpartId,
            (await room.House.As(owner).CustomsAdjustments.SingleAsync()).Id
        );
        var line = (await room.Desk.Lines(owner, firm)).Single();
        Assert.Equal(
            (LineState.Counted, Other, room.Latest, Province),
            (line.At.State, line.At.Line.Exporter, line.Import.Id, line.Import.Province)
        );

        // One province's expert takes back neither half alone.
        Assert.Equal(LineRefusal.OtherProvince, (await room.Withdraw(made, "no")).Refused);
        Assert.Equal(LineRefusal.OtherProvince, (await room.Adjust(Right, over: made.Id)).Refused);
        var back = await room.Desk.Do<WithdrawAdjustment, Outcome<CustomsAdjustment, LineRefusal>>(
            organization,
            w => w.Run(made.CounterpartId!.Value, 0, "it was theirs after all")
        );
        Assert.True(back.Done);
        Assert.Equal(105_00, await room.Cents());
        Assert.Empty(await room.Desk.Cells(owner, firm));
        await Sums(room, Province, exports: 105_00);
        await Sums(room, Elsewhere);
        Assert.Contains(LineNotices.Restored.Name, await Told(room, room.Person));
        Assert.Contains(LineNotices.Struck.Name, await Told(room, owner));
    }

    [Theory, OnBothDatabases]
    public async Task Given_line_goes_with_the_import_that_brought_it(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var (owner, firm) = await room.House.Firm("دیگر", Elsewhere, Other);
        var organization = await Organization(room);
        Assert.True((await room.Adjust(Same with { Owner = Other }, by: organization)).Done);
        await Sums(room, Elsewhere, exports: 100_00);
        var import = await room.Desk.Look(room.Latest);
        await room.Desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
            room.Expert,
            w => w.Run(import.Id, import.Version, "wrong file")
        );
        Assert.Empty(await room.Desk.Cells(owner, firm));
        await Sums(room, Elsewhere);
    }

    [Theory, OnBothDatabases]
    public async Task Later_decision_takes_the_line_back_to_its_own_firm(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var (owner, firm) = await room.House.Firm("دیگر", Province, Other);
        // Both firms are of the expert's province.
        var made = (await room.Adjust(Same with { Owner = Other })).Value;
        Assert.Equal(100_00, (await room.Desk.Cells(owner, firm)).Single().ValueCents);
        var again = (
            await room.Adjust(Same with { Owner = Other, ValueCents = 60_00 }, over: made.Id)
        ).Value;
        Assert.Equal(60_00, (await room.Desk.Cells(owner, firm)).Single().ValueCents);
        Assert.True((await room.Adjust(Right, over: again.Id)).Done);
        Assert.Empty(await room.Desk.Cells(owner, firm));
        Assert.Equal(50_00, await room.Cents());
        await Sums(room, Province, exports: 50_00);
        var standing = await room
            .House.As(Actor.System)
            .CustomsAdjustments.SingleAsync(a => a.WithdrawnAt == null);
        Assert.Null(standing.CounterpartId);
    }

    [Theory, OnBothDatabases]
    public async Task Snapshots_of_both_provinces_are_flagged_when_the_decision_goes(
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
        var made = (await room.Adjust(Same with { Owner = Other }, by: organization)).Value;
        foreach (var province in new[] { Province, Elsewhere })
        {
            var taken = await room.Desk.Do<TakeSnapshot, Outcome<CustomsSnapshot, SnapshotRefusal>>(
                organization,
                t => t.Run(province, "R")
            );
            Assert.Contains(taken.Value.Items, i => i.AdjustmentId is not null);
        }
        await room.Desk.Do<WithdrawAdjustment, Outcome<CustomsAdjustment, LineRefusal>>(
            organization,
            w => w.Run(made.Id, made.Version, "wrong")
        );
        Assert.Equal(
            2,
            await room.House.As(Actor.System).CustomsSnapshots.CountAsync(s => s.FlaggedAt != null)
        );
    }

    private static async Task<Actor> Organization(LineRoom room) =>
        await room.House.Somebody(p =>
            Grant.OfStaff(p, Role.OrganizationExpert, Body.SmallIndustries, Provinces.Country)
        );

    internal static async Task<IReadOnlyList<string>> Told(LineRoom room, Actor reader) =>
        await room
            .House.As(Actor.System)
            .Set<Notice>()
            .Where(n => n.PersonId == reader.PersonId && n.Kind.StartsWith("line-letter"))
            .OrderBy(n => n.WrittenAt)
            .Select(n => n.Kind)
            .ToListAsync();

    /// <summary>What the province's sums say once every job is done.</summary>
    internal static async Task Sums(
        LineRoom room,
        string province,
        long exports = 0,
        long imports = 0
    )
    {
        await room.Desk.WorkAll();
        var sums = await room.Desk.Do<ProvinceTrade, IReadOnlyList<TradeTotal>>(
            await Organization(room),
            t => t.Of(province, SumKind.Country)
        );
        Assert.Equal(
            (exports, imports),
            (
                sums.Where(s => !s.Import).Sum(s => s.ValueCents),
                sums.Where(s => s.Import).Sum(s => s.ValueCents)
            )
        );
        var together = await room.Desk.Do<ProvinceTrade, IReadOnlyList<GoodsTotal>>(
            await Organization(room),
            t => t.Together(province, "IQ", "8423")
        );
        Assert.Equal(
            sums.Where(s => s.Code == "IQ").Sum(s => s.ValueCents),
            together.Where(t => t.Country == "IQ").Sum(t => t.Sum.ValueCents)
        );
    }
}
