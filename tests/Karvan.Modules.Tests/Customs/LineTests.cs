using Karvan.Customs;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Karvan.Modules.Tests.Customs.LineRoom;

namespace Karvan.Modules.Tests.Customs;

/// <summary>Lines are contested, corrected, struck off, and count again; what stood is never lost, and nothing is passed over unseen.</summary>
public sealed class LineTests
{
    [Theory, OnBothDatabases]
    public async Task Correction_counts_in_place_of_the_line_until_it_is_taken_back(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        var objection = (await room.Objection()).Value;
        Assert.Equal(100_00, await room.Cents());
        var made = (await room.Adjust(Right, objection: (objection.Id, objection.Version))).Value;
        var cell = (await room.Desk.Cells(room.Person, room.Firm)).Single();
        Assert.Equal(new TradeCell(false, 1401, "DE", 80251, 1, 50_00, 5_000), cell);
        var upheld = await room.Look(objection.Id);
        Assert.Equal((LineObjectionState.Corrected, "because"), (upheld.State, upheld.Remark));
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
        await using var room = await LineRoom.On(provider, Line());
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
        await using var room = await LineRoom.On(provider, Line());
        Assert.Equal(why, (await room.Adjust(correction)).Refused);
        Assert.Equal(100_00, await room.Cents());
        Assert.False(await room.House.As(Actor.System).CustomsAdjustments.AnyAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Objections_and_decisions_take_a_line_a_reason_and_somebody_who_may_see_it(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        Assert.Equal(LineRefusal.NoReason, (await room.Objection(reason: " ")).Refused);
        Assert.Equal(LineRefusal.NoReason, (await room.Adjust(Right, reason: "")).Refused);
        var none = Key with { LineNumber = 2 };
        Assert.Equal(LineRefusal.NotFound, (await room.Objection(key: none)).Refused);
        Assert.Equal(LineRefusal.NotFound, (await room.Adjust(Right, key: none)).Refused);
        var stranger = await room.House.Expert("21");
        Assert.Equal(LineRefusal.NotFound, (await room.Adjust(Right, by: stranger)).Refused);
        var (other, _) = await room.House.Firm("دور", Province, Numbers.Legal(9));
        Assert.Equal(LineRefusal.NotFound, (await room.Objection(by: other)).Refused);

        var objection = (await room.Objection()).Value;
        Assert.Equal(LineRefusal.AlreadyObjected, (await room.Objection()).Refused);
        Assert.Equal(LineRefusal.NoReason, (await room.Refuse(objection, " ")).Refused);
        Assert.Equal(LineRefusal.NotFound, (await room.Refuse(objection, "no", stranger)).Refused);
        Assert.Equal(
            LineRefusal.NotFound,
            (await room.Adjust(Right, objection: (Guid.NewGuid(), 0))).Refused
        );
        Assert.Equal(
            LineRefusal.Stale,
            (await room.Adjust(Right, objection: (objection.Id, 7))).Refused
        );
        var refused = (await room.Refuse(objection, "no proof")).Value;
        Assert.Equal((LineObjectionState.Refused, "no proof"), (refused.State, refused.Remark));
        Assert.Equal(LineRefusal.Stale, (await room.Refuse(objection, "again")).Refused);
        Assert.Equal(LineRefusal.NotOpen, (await room.Refuse(refused, "again")).Refused);
        Assert.Equal(
            LineRefusal.NotOpen,
            (await room.Adjust(Right, objection: (refused.Id, refused.Version))).Refused
        );
        var again = (await room.Objection()).Value;
        var back = await room.Desk.Do<TakeBackLineObjection, Outcome<LineObjection, LineRefusal>>(
            room.Person,
            t => t.Run(again.Id, again.Version)
        );
        Assert.Equal(LineObjectionState.TakenBack, back.Value.State);
        Assert.Equal(100_00, await room.Cents());
    }

    [Theory, OnBothDatabases]
    public async Task File_that_is_known_to_be_harmful_proves_nothing(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        await using var file = await Infected(room.House);
        Assert.Equal(LineRefusal.FileRefused, (await room.Objection(proof: file)).Refused);
        Assert.Equal(LineRefusal.FileRefused, (await room.Adjust(Right, proof: file)).Refused);
        var db = room.House.As(Actor.System);
        Assert.False(await db.LineObjections.AnyAsync());
        Assert.False(await db.CustomsAdjustments.AnyAsync());
    }

    /// <summary>A file of which a scanner said so when it came before.</summary>
    internal static async Task<ReceivedFile> Infected(House house)
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
}
