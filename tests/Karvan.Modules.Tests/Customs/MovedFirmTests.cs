using Karvan.Customs;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Modules.Tests.Files;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A firm that moves takes along what belongs to it; see <see cref="DecisionsFollow"/>.</summary>
public sealed class MovedFirmTests
{
    private const string Elsewhere = "21";

    [OnBothDatabases]
    [Theory]
    public async Task An_open_objection_with_its_proof_is_the_new_provinces_and_nobody_elses(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, CustomsDesk.Header + LineRoom.Line());
        var house = room.House;
        var there = await house.Expert(Elsewhere);
        using var sent = new MemoryStream(SampleFiles.Pdf());
        await using var proof = (
            await ReceivedFile.From(sent, "proof.pdf", FileLimits.Usual)
        ).Value;
        var objection = (await room.Objection(proof: proof)).Value;
        var file = await house.As(room.Expert).Attachments.SingleAsync();

        await Move(room, Elsewhere);

        var left = house.As(room.Expert);
        Assert.Empty(await left.LineObjections.ToListAsync());
        Assert.Empty(await left.Attachments.ToListAsync());
        var found = house.As(there);
        Assert.Equal(objection.Id, (await found.LineObjections.SingleAsync()).Id);
        Assert.Equal(file.Id, (await found.Attachments.SingleAsync()).Id);
        var moved = await room.Look(objection.Id);
        Assert.Equal(LineRefusal.NotFound, (await room.Refuse(moved, "stands")).Refused);
        Assert.Equal(
            LineObjectionState.Refused,
            (await room.Refuse(moved, "stands", there)).Value.State
        );
        // The firm itself sees it as before.
        Assert.Single(await house.As(room.Person).LineObjections.ToListAsync());
    }

    [OnBothDatabases]
    [Theory]
    public async Task Decisions_and_certificates_go_along_and_both_provinces_are_added_up_anew(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, CustomsDesk.Header + LineRoom.Line());
        var house = room.House;
        var there = await house.Expert(Elsewhere);
        Assert.True((await room.Adjust(LineRoom.Right)).Done);
        var db = house.As(room.Person);
        using var sent = new MemoryStream(SampleFiles.Pdf());
        await using var paper = (await ReceivedFile.From(sent, "era.pdf", FileLimits.Usual)).Value;
        var day = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        var added = await new AddEraCertificate(
            db,
            house.ChangesOf(db),
            new StoreFile(db, new Scanning(false), house.Clock),
            house.Clock
        ).Run(
            room.Firm,
            new EraCertificateEntry("ERA-1", 7_250, day.AddDays(-1), day.AddYears(1)),
            paper
        );
        Assert.True(added.Done);
        await room.Desk.WorkAll();

        await Move(room, Elsewhere);

        Assert.Empty(await house.As(room.Expert).CustomsAdjustments.ToListAsync());
        Assert.Empty(await house.As(room.Expert).EraCertificates.ToListAsync());
        Assert.Single(await house.As(there).CustomsAdjustments.ToListAsync());
        Assert.Single(await house.As(there).EraCertificates.ToListAsync());
        // The record shows each record that went, under the event of the move.
        var happened = await house
            .As(Actor.System)
            .AuditEvents.SingleAsync(e => e.Kind == nameof(EnterpriseMoved));
        Assert.Contains("CustomsAdjustment", happened.Content, StringComparison.Ordinal);
        Assert.Contains("EraCertificate", happened.Content, StringComparison.Ordinal);
    }

    private static async Task Move(LineRoom room, string province)
    {
        var db = room.House.As(room.Expert);
        var firm = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == room.Firm);
        var moved = await new EditEnterprise(db, room.House.ChangesOf(db)).Run(
            firm.Id,
            firm.Version,
            new EnterpriseProfile(firm.NameFa, province)
        );
        Assert.True(moved.Done);
    }
}
