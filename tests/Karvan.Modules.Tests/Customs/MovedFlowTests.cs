using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Modules.Tests.Customs.LineRoom;
using static Karvan.Modules.Tests.Customs.MovedLineTests;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A line counts in the other flow: once, there and not here, as long as its file has it.</summary>
public sealed class MovedFlowTests
{
    [Theory, OnBothDatabases]
    public async Task Line_in_the_wrong_flow_counts_in_the_other(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var objection = (await room.Objection()).Value;
        var made = (
            await room.Adjust(
                Same with
                {
                    Import = true,
                    ValueCents = 90_00,
                },
                objection: (objection.Id, objection.Version)
            )
        ).Value;
        Assert.Equal(
            new TradeCell(true, 1401, "IQ", 842320, 1, 90_00, 10_000),
            (await room.Desk.Cells(room.Person, room.Firm)).Single()
        );
        Assert.Equal(LineObjectionState.Corrected, (await room.Look(objection.Id)).State);
        var lines = await room.Desk.Lines(room.Person, room.Firm);
        var there = lines.Single(l => l.Key.Import);
        Assert.Equal(
            (LineState.Struck, LineState.Counted, room.Latest),
            (lines.Single(l => !l.Key.Import).At.State, there.At.State, there.Import.Id)
        );
        Assert.Equal(made.CounterpartId, there.Given!.Id);
        Assert.Equal([LineNotices.Corrected.Name], await Told(room, room.Person));
        await Sums(room, Province, imports: 90_00);

        // What is given is corrected where it stands; it is not moved on.
        Assert.Equal(
            LineRefusal.IsMoved,
            (
                await room.Adjust(Same with { Import = false }, key: Key with { Import = true })
            ).Refused
        );
        var further = (
            await room.Adjust(
                Same with
                {
                    Import = true,
                    ValueCents = 80_00,
                },
                key: Key with
                {
                    Import = true,
                }
            )
        ).Value;
        Assert.Equal(80_00, await room.Cents());
        Assert.True((await room.Withdraw(further, "no")).Done);

        Assert.True((await room.Withdraw(made, "wrong")).Done);
        Assert.Equal(
            new TradeCell(false, 1401, "IQ", 842320, 1, 100_00, 10_000),
            (await room.Desk.Cells(room.Person, room.Firm)).Single()
        );
        await Sums(room, Province, exports: 100_00);
        Assert.Equal(
            0,
            await room
                .House.As(Actor.System)
                .CustomsAdjustments.CountAsync(a => a.WithdrawnAt == null)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Flow_is_refused_where_a_line_of_that_key_stands(Provider provider)
    {
        await using var room = await LineRoom.On(
            provider,
            Line() + $"A1,1,import,1401/02/03,{Number},842320,CN,7,1\n"
        );
        Assert.Equal(
            LineRefusal.KeyTaken,
            (await room.Adjust(Same with { Import = true })).Refused
        );
        Assert.False(await room.House.As(Actor.System).CustomsAdjustments.AnyAsync());
    }

    /// <summary>Customs send the same line in its right flow later: it counts once, and what differs counts not at all.</summary>
    [Theory, OnBothDatabases]
    public async Task Line_that_a_later_file_brings_in_its_place_is_counted_once(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        Assert.True((await room.Adjust(Same with { Import = true })).Done);
        var first = room.Latest;
        await room.Import($"A1,1,import,1401/02/03,{Number},842320,IQ,100,10\n", beside: true);
        Assert.Equal(100_00, await room.Cents());
        await room.Import($"A1,1,import,1401/02/03,{Number},842320,IQ,70,10\n");
        Assert.Equal(0, await room.Cents());
        Assert.Equal(
            2,
            (await room.Desk.Lines(room.Person, room.Firm)).Count(l =>
                l.At.State is LineState.Conflict
            )
        );
        // A file that has it no more in the wrong flow: the decision has nothing to hold for.
        var import = await room.Desk.Look(first);
        await room.Desk.Do<WithdrawImport, Outcome<CustomsImport, ImportRefusal>>(
            room.Expert,
            w => w.Run(first, import.Version, "superseded")
        );
        Assert.Equal(70_00, await room.Cents());
    }
}
