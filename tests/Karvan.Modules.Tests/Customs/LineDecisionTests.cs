using Karvan.Customs;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Karvan.Modules.Tests.Customs.LineRoom;

namespace Karvan.Modules.Tests.Customs;

/// <summary>Decisions about lines among others: at once, beside imports that follow, and in snapshots.</summary>
public sealed class LineDecisionTests
{
    [Theory, OnBothDatabases]
    public async Task Of_experts_who_decide_an_objection_at_once_one_does(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var objection = (await room.Objection()).Value;
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async n =>
                    n % 2 == 0
                        ? (await room.Adjust(Right, objection: (objection.Id, 0))).Refused
                        : (await room.Refuse(objection, "no")).Refused
                )
        );
        Assert.Single(done, r => r is null);
        Assert.All(
            done.Where(r => r is not null),
            r => Assert.Contains(r!.Value, new[] { LineRefusal.Stale, LineRefusal.NotOpen })
        );
        var decided = await room.Look(objection.Id);
        var standing = await room.House.As(Actor.System).CustomsAdjustments.CountAsync();
        Assert.Equal(decided.State is LineObjectionState.Corrected ? 1 : 0, standing);
    }

    [Theory, OnBothDatabases]
    public async Task Of_those_who_object_to_a_line_at_once_one_does(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var done = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => room.Objection()));
        Assert.Single(done, d => d.Done);
        Assert.Equal(4, done.Count(d => d.Refused is LineRefusal.AlreadyObjected));
    }

    [Theory, OnBothDatabases]
    public async Task Decision_holds_in_an_import_that_says_the_same_and_not_in_one_that_does_not(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        var made = (await room.Adjust(Right)).Value;
        // The same line lower down in a file of another name.
        var same = await room.Import(
            "B1,1,export,1401/02/03," + Number + ",842320,IQ,1,1\n" + Line()
        );
        Assert.Equal(51_00, await room.Cents());
        var line = (await room.Desk.Lines(room.Person, room.Firm)).Single(l => l.Key == Key);
        Assert.Equal(
            (LineState.Corrected, same.Id, 3L, 3L),
            (line.At.State, line.Import.Id, line.At.Line.SourceLine, line.Said.SourceLine)
        );
        await room.Import(Line("130"));
        Assert.Equal(130_00, await room.Cents());
        var other = (await room.Desk.Lines(room.Person, room.Firm)).Single();
        Assert.Equal((LineState.Counted, null), (other.At.State, other.Adjusted));
        // It waits for a file that says the same again.
        await room.Import(Line());
        Assert.Equal(50_00, await room.Cents());
        Assert.Null(
            (
                await room
                    .House.As(Actor.System)
                    .CustomsAdjustments.SingleAsync(a => a.Id == made.Id)
            ).WithdrawnAt
        );
    }

    [Theory, OnBothDatabases]
    public async Task Line_of_two_imports_has_one_decision_whichever_it_is_looked_at_from(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        var first = room.Latest;
        var made = (await room.Adjust(Right)).Value;
        await room.Import(Line(), beside: true);
        var lines = await room.Desk.Lines(room.Person, room.Firm);
        Assert.Equal(
            [LineState.Corrected, LineState.Repeated],
            lines.Select(l => l.At.State).Order()
        );
        Assert.NotEqual(first, room.Latest);
        Assert.Equal(LineRefusal.Stale, (await room.Adjust(null)).Refused);
        Assert.True((await room.Adjust(null, over: made.Id)).Done);
        Assert.Equal(0, await room.Cents());
        Assert.Equal(
            1,
            await room
                .House.As(Actor.System)
                .CustomsAdjustments.CountAsync(a => a.WithdrawnAt == null)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Figures_are_the_sums_of_the_lines_that_count(Provider provider)
    {
        await using var room = await LineRoom.On(
            provider,
            Line()
                + $"A2,1,export,1401/03/03,{Number},842320,IQ,7,1\n"
                + $"A3,1,import,1400/03/03,{Number},080251,CN,9,1\n"
                + $"A4,1,export,1400/03/03,{Number},080251,CN,11,1\n"
        );
        await room.Adjust(null);
        await room.Import(
            $"A2,1,export,1401/03/03,{Number},842320,IQ,8,1\n"
                + $"A4,1,export,1400/03/03,{Number},080251,CN,11,1\n",
            beside: true
        );
        await using var scope = room.Desk.As(room.Person);
        var firm = await scope
            .ServiceProvider.GetRequiredService<KarvanContext>()
            .Enterprises.SingleAsync(e => e.Id == room.Firm);
        var figures = await scope.ServiceProvider.GetRequiredService<FirmTrade>().Figures(firm);
        var lines = await room.Desk.Lines(room.Person, room.Firm);
        foreach (var state in Enum.GetValues<LineState>())
        {
            Assert.Equal(lines.Count(l => l.At.State == state), figures.Lines[state]);
        }
        Assert.Equal((6L, 2L), (figures.Lines.All, figures.Lines[LineState.Conflict]));
        Assert.Equal(
            lines
                .Where(l => l.Counts)
                .GroupBy(l => (l.At.Line.Import, l.At.Line.SolarYear, l.At.Line.Country))
                .Select(g => (g.Key, g.Sum(l => l.At.Line.ValueCents)))
                .Order(),
            figures
                .Cells.GroupBy(c => (c.Import, c.SolarYear, c.Country))
                .Select(g => (g.Key, g.Sum(c => c.ValueCents)))
                .Order()
        );
        Assert.Equal((2, 0, true), (figures.Imports.Count, figures.Contested, figures.AnyInForce));
        Assert.Equal([Number], figures.Numbers);
    }

    [Theory, OnBothDatabases]
    public async Task Snapshot_holds_what_stands_and_is_flagged_when_a_decision_goes(
        Provider provider
    )
    {
        await using var house = await House.On(provider);
        await using var empty = new CustomsDesk(house);
        var expert = await house.Expert(Province);
        Task<Outcome<CustomsSnapshot, SnapshotRefusal>> Take(
            CustomsDesk desk,
            Actor by,
            string why
        ) =>
            desk.Do<TakeSnapshot, Outcome<CustomsSnapshot, SnapshotRefusal>>(
                by,
                t => t.Run(Province, why)
            );
        Assert.Equal(SnapshotRefusal.NothingInForce, (await Take(empty, expert, "R")).Refused);

        await using var room = await LineRoom.On(provider, Line());
        Assert.Equal(SnapshotRefusal.NoPurpose, (await Take(room.Desk, room.Expert, " ")).Refused);
        var before = (await Take(room.Desk, room.Expert, "R")).Value;
        var made = (await room.Adjust(Right)).Value;
        var after = (await Take(room.Desk, room.Expert, "R")).Value;
        var again = (await Take(room.Desk, room.Expert, "R")).Value;
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal(after.Hash, again.Hash);
        Assert.Equal([room.Latest, null], after.Items.Select(i => i.ImportId));
        Assert.Equal([null, made.Id], after.Items.Select(i => i.AdjustmentId));
        Assert.True((await room.Withdraw(made, "wrong")).Done);
        var flagged = await room
            .House.As(Actor.System)
            .CustomsSnapshots.OrderBy(s => s.TakenAt)
            .ThenBy(s => s.Id)
            .Select(s => s.FlaggedAt != null)
            .ToListAsync();
        Assert.Equal([false, true, true], flagged);
    }
}
