using Karvan.Core.Accounts;
using Karvan.Core.Customs;
using Karvan.Core.Files;
using Karvan.Core.Persistence;
using Karvan.Core.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Core.Tests.Customs;

/// <summary>Lines are contested, corrected, struck off, and count again; what stood is never lost, and nothing is passed over unseen.</summary>
public sealed class LineTests
{
    private const string Province = "08";
    private static readonly string Number = Numbers.Legal(1);
    private static readonly LineKey Key = new(false, "A1", 1);
    private static readonly LineCorrection Right = new(
        new DateOnly(2022, 4, 23),
        "080251",
        "DE",
        50_00,
        5_000
    );

    private static string Line(string value = "100", string country = "IQ") =>
        $"A1,1,export,1401/02/03,{Number},842320,{country},{value},10\n";

    [Theory, OnBothDatabases]
    public async Task Correction_counts_in_place_of_the_line_until_it_is_taken_back(
        Provider provider
    )
    {
        await using var room = await Room.On(provider, Line());
        var contest = (await room.Contest()).Value;
        Assert.Equal(100_00, await room.Cents());
        var made = (await room.Adjust(Right, contest: (contest.Id, contest.Version))).Value;
        var cell = (await room.Desk.Cells(room.Person, room.Firm)).Single();
        Assert.Equal(new TradeCell(false, 1401, "DE", 80251, 1, 50_00, 5_000), cell);
        var upheld = await room.Look(contest.Id);
        Assert.Equal((ContestState.Corrected, "because"), (upheld.State, upheld.Remark));
        var line = (await room.Desk.Lines(room.Person, room.Firm)).Single();
        Assert.Equal((LineState.Corrected, "IQ"), (line.At.State, line.Said.Country));

        Assert.Equal(LineRefusal.NoReason, (await room.Withdraw(made, " ")).Refused);
        Assert.True((await room.Withdraw(made, "was right after all")).Done);
        Assert.Equal(100_00, await room.Cents());
        var gone = await room
            .House.As(Actor.System)
            .CustomsAdjustments.SingleAsync(a => a.Id == made.Id);
        Assert.Equal(LineRefusal.NotInForce, (await room.Withdraw(gone, "again")).Refused);
        Assert.Equal(LineRefusal.Stale, (await room.Withdraw(made, "again")).Refused);
    }

    [Theory, OnBothDatabases]
    public async Task Struck_line_counts_nowhere_and_a_later_decision_takes_its_place(
        Provider provider
    )
    {
        await using var room = await Room.On(provider, Line());
        var struck = (await room.Adjust(null)).Value;
        Assert.Empty(await room.Desk.Cells(room.Person, room.Firm));
        // Who had opened the form before the line was struck off knows nothing of it.
        Assert.Equal(LineRefusal.Stale, (await room.Adjust(Right)).Refused);
        Assert.True((await room.Adjust(Right, over: struck.Id)).Done);
        Assert.Equal(50_00, await room.Cents());
        var all = await room
            .House.As(Actor.System)
            .CustomsAdjustments.OrderBy(a => a.Sequence)
            .ToListAsync();
        Assert.Equal([false, true], all.Select(a => a.WithdrawnAt is null));
    }

    public static TheoryData<Provider, LineCorrection, LineRefusal> Wrong =>
        new()
        {
            { Provider.Sqlite, Right with { Day = new(2026, 11, 23) }, LineRefusal.BadDay },
            { Provider.Sqlite, Right with { HsCode = "12345" }, LineRefusal.BadHsCode },
            { Provider.Sqlite, Right with { HsCode = "12345x" }, LineRefusal.BadHsCode },
            { Provider.Sqlite, Right with { HsCode = "1234567890123" }, LineRefusal.BadHsCode },
            { Provider.Sqlite, Right with { Country = "XX" }, LineRefusal.BadCountry },
            { Provider.Sqlite, Right with { Country = "IR" }, LineRefusal.BadCountry },
            { Provider.Sqlite, Right with { ValueCents = -1 }, LineRefusal.BadValue },
            {
                Provider.Sqlite,
                Right with
                {
                    ValueCents = 1_000_000_000_001,
                },
                LineRefusal.BadValue
            },
            { Provider.Sqlite, Right with { WeightGrams = -1 }, LineRefusal.BadWeight },
            {
                Provider.Sqlite,
                Right with
                {
                    WeightGrams = 10_000_000_000_001,
                },
                LineRefusal.BadWeight
            },
            {
                Provider.Postgres,
                new LineCorrection(new(2022, 4, 23), "842320", "IQ", 100_00, 10_000),
                LineRefusal.NothingCorrected
            },
        };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Correction_that_cannot_be_is_refused(
        Provider provider,
        LineCorrection correction,
        LineRefusal why
    )
    {
        await using var room = await Room.On(provider, Line());
        Assert.Equal(why, (await room.Adjust(correction)).Refused);
        Assert.Equal(100_00, await room.Cents());
        Assert.False(await room.House.As(Actor.System).CustomsAdjustments.AnyAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Objections_and_decisions_take_a_line_a_reason_and_somebody_who_may_see_it(
        Provider provider
    )
    {
        await using var room = await Room.On(provider, Line());
        Assert.Equal(LineRefusal.NoReason, (await room.Contest(reason: " ")).Refused);
        Assert.Equal(LineRefusal.NoReason, (await room.Adjust(Right, reason: "")).Refused);
        var none = Key with { LineNumber = 2 };
        Assert.Equal(LineRefusal.NotFound, (await room.Contest(key: none)).Refused);
        Assert.Equal(LineRefusal.NotFound, (await room.Adjust(Right, key: none)).Refused);
        var stranger = await room.House.Expert("21");
        Assert.Equal(LineRefusal.NotFound, (await room.Adjust(Right, by: stranger)).Refused);
        var (other, _) = await room.House.Firm("دور", Province, Numbers.Legal(9));
        Assert.Equal(LineRefusal.NotFound, (await room.Contest(by: other)).Refused);

        var contest = (await room.Contest()).Value;
        Assert.Equal(LineRefusal.AlreadyContested, (await room.Contest()).Refused);
        Assert.Equal(LineRefusal.NoReason, (await room.Refuse(contest, " ")).Refused);
        Assert.Equal(LineRefusal.NotFound, (await room.Refuse(contest, "no", stranger)).Refused);
        Assert.Equal(
            LineRefusal.NotFound,
            (await room.Adjust(Right, contest: (Guid.NewGuid(), 0))).Refused
        );
        Assert.Equal(
            LineRefusal.Stale,
            (await room.Adjust(Right, contest: (contest.Id, 7))).Refused
        );
        var refused = (await room.Refuse(contest, "no proof")).Value;
        Assert.Equal((ContestState.Refused, "no proof"), (refused.State, refused.Remark));
        Assert.Equal(LineRefusal.Stale, (await room.Refuse(contest, "again")).Refused);
        Assert.Equal(LineRefusal.NotOpen, (await room.Refuse(refused, "again")).Refused);
        Assert.Equal(
            LineRefusal.NotOpen,
            (await room.Adjust(Right, contest: (refused.Id, refused.Version))).Refused
        );
        var again = (await room.Contest()).Value;
        var back = await room.Desk.Do<TakeBackContest, Outcome<CustomsContest, LineRefusal>>(
            room.Person,
            t => t.Run(again.Id, again.Version)
        );
        Assert.Equal(ContestState.TakenBack, back.Value.State);
        Assert.Equal(100_00, await room.Cents());
    }

    [Theory, OnBothDatabases]
    public async Task File_that_is_known_to_be_harmful_proves_nothing(Provider provider)
    {
        await using var room = await Room.On(provider, Line());
        await using var file = await Infected(room.House);
        Assert.Equal(LineRefusal.FileRefused, (await room.Contest(proof: file)).Refused);
        Assert.Equal(LineRefusal.FileRefused, (await room.Adjust(Right, proof: file)).Refused);
        var db = room.House.As(Actor.System);
        Assert.False(await db.CustomsContests.AnyAsync());
        Assert.False(await db.CustomsAdjustments.AnyAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Of_experts_who_decide_an_objection_at_once_one_does(Provider provider)
    {
        await using var room = await Room.On(provider, Line());
        var contest = (await room.Contest()).Value;
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async n =>
                    n % 2 == 0
                        ? (await room.Adjust(Right, contest: (contest.Id, 0))).Refused
                        : (await room.Refuse(contest, "no")).Refused
                )
        );
        Assert.Single(done, r => r is null);
        Assert.All(
            done.Where(r => r is not null),
            r => Assert.Contains(r!.Value, new[] { LineRefusal.Stale, LineRefusal.NotOpen })
        );
        var decided = await room.Look(contest.Id);
        var standing = await room.House.As(Actor.System).CustomsAdjustments.CountAsync();
        Assert.Equal(decided.State is ContestState.Corrected ? 1 : 0, standing);
    }

    [Theory, OnBothDatabases]
    public async Task Of_those_who_object_to_a_line_at_once_one_does(Provider provider)
    {
        await using var room = await Room.On(provider, Line());
        var done = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => room.Contest()));
        Assert.Single(done, d => d.Done);
        Assert.Equal(4, done.Count(d => d.Refused is LineRefusal.AlreadyContested));
    }

    [Theory, OnBothDatabases]
    public async Task Decision_holds_in_an_import_that_says_the_same_and_not_in_one_that_does_not(
        Provider provider
    )
    {
        await using var room = await Room.On(provider, Line());
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
        await using var room = await Room.On(provider, Line());
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
        await using var room = await Room.On(
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

        await using var room = await Room.On(provider, Line());
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

    /// <summary>A file of which a scanner said so when it came before.</summary>
    private static async Task<ReceivedFile> Infected(House house)
    {
        using var sent = new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray());
        var file = (await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual)).Value;
        await house
            .As(Actor.System)
            .Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "StoredContents" ("Hash", "Length", "Type", "Scan", "StoredAt")
                VALUES ({file.Hash}, {file.Length}, {file.Type.ToString()}, {nameof(
                    ScanState.Infected
                )}, {house.Clock.GetUtcNow().UtcDateTime})
                """
            );
        return file;
    }

    /// <summary>A firm with lines, its expert, and what the two of them do.</summary>
    private sealed class Room : IAsyncDisposable
    {
        private Room(House house, CustomsDesk desk, Actor expert, Actor person, Guid firm) =>
            (House, Desk, Expert, Person, Firm) = (house, desk, expert, person, firm);

        public House House { get; }
        public CustomsDesk Desk { get; }
        public Actor Expert { get; }
        public Actor Person { get; }
        public Guid Firm { get; }

        /// <summary>The import that was committed last.</summary>
        public Guid Latest { get; private set; }

        public static async Task<Room> On(Provider provider, string lines)
        {
            var house = await House.On(provider);
            var desk = new CustomsDesk(house);
            var expert = await house.Expert(Province);
            var (person, firm) = await house.Firm("پویا", Province, Number);
            var room = new Room(house, desk, expert, person, firm);
            await room.Import(lines, beside: true);
            return room;
        }

        public async Task<CustomsImport> Import(string lines, bool beside = false)
        {
            var import = await Desk.Import(
                Expert,
                lines,
                Province,
                instead: beside ? null : Latest
            );
            Latest = import.Id;
            return import;
        }

        public async Task<long> Cents() => (await Desk.Cells(Person, Firm)).Sum(c => c.ValueCents);

        public Task<CustomsContest> Look(Guid contest) =>
            House.As(Actor.System).CustomsContests.AsNoTracking().SingleAsync(c => c.Id == contest);

        public Task<Outcome<CustomsContest, LineRefusal>> Contest(
            string reason = "because",
            LineKey? key = null,
            Actor? by = null,
            ReceivedFile? proof = null
        ) =>
            Desk.Do<ContestLine, Outcome<CustomsContest, LineRefusal>>(
                by ?? Person,
                c => c.Run(Firm, Latest, key ?? Key, ContestGround.WrongValue, reason, proof)
            );

        public Task<Outcome<CustomsContest, LineRefusal>> Refuse(
            CustomsContest contest,
            string remark,
            Actor? by = null
        ) =>
            Desk.Do<RefuseContest, Outcome<CustomsContest, LineRefusal>>(
                by ?? Expert,
                r => r.Run(contest.Id, contest.Version, remark)
            );

        public Task<Outcome<CustomsAdjustment, LineRefusal>> Adjust(
            LineCorrection? correction,
            Guid? over = null,
            (Guid, int)? contest = null,
            string reason = "because",
            LineKey? key = null,
            Actor? by = null,
            ReceivedFile? proof = null
        ) =>
            Desk.Do<AdjustLine, Outcome<CustomsAdjustment, LineRefusal>>(
                by ?? Expert,
                a =>
                    a.Run(
                        new LineDecision(
                            Firm,
                            Latest,
                            key ?? Key,
                            correction,
                            reason,
                            contest,
                            over
                        ),
                        proof
                    )
            );

        public Task<Outcome<CustomsAdjustment, LineRefusal>> Withdraw(
            CustomsAdjustment made,
            string reason
        ) =>
            Desk.Do<WithdrawAdjustment, Outcome<CustomsAdjustment, LineRefusal>>(
                Expert,
                w => w.Run(made.Id, made.Version, reason)
            );

        public async ValueTask DisposeAsync()
        {
            await Desk.DisposeAsync();
            await House.DisposeAsync();
        }
    }
}
