using Karvan.Modules.Tests.Files;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Papers;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Papers;

/// <summary>An official paper from its draft to its signed copy: what is printed is fixed with the number.</summary>
public sealed class PaperTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly PaperEntry Right = new(
        "گواهی",
        "بانک",
        2,
        [new Signatory(" نام ", "سمت"), new Signatory("دیگری", "معاون")]
    );

    [OnBothDatabases]
    [Theory]
    public async Task A_firm_is_told_of_its_papers_and_of_their_end(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var draft = await desk.Drafted();
        Assert.True((await desk.Withdraw(draft, version: 0)).Done);
        // What never left the office is nobody's.
        Assert.Empty(await desk.Letters());
        var id = await desk.Drafted();
        Assert.True((await desk.Number(id)).Done);
        Assert.Equal([nameof(PaperNotices.Issued)], await desk.Letters());
        Assert.True((await desk.Withdraw(id, "مبلغ اشتباه بود")).Done);
        Assert.Equal(
            [nameof(PaperNotices.Issued), $"{nameof(PaperNotices.Withdrawn)}مبلغ اشتباه بود"],
            (await desk.Letters()).Order(StringComparer.Ordinal)
        );
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_is_printed_is_fixed_with_the_number(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var id = await desk.Drafted();
        Assert.True((await desk.Change(id, Right)).Done);
        Assert.True((await desk.Number(id, version: 1)).Done);
        var before = (await desk.Seen(desk.Person, id))!;
        Assert.Equal(
            ("1405/ص/1", Today, 2, "بانک"),
            (before.Sheet.Number, before.Sheet.Day, before.Sheet.Enclosures, before.Sheet.Recipient)
        );
        Assert.Equal(["نام", "دیگری"], before.Sheet.Signatories.Select(s => s.Name));
        // The body moves, the firm changes its name: neither reaches the paper.
        var moved = PaperDesk.Entry() with
        {
            Address = new LocalText("خیابان دوم", "Second Street"),
        };
        Assert.True((await desk.Edit(desk.Expert, moved, 0)).Done);
        var db = desk.House.As(desk.Person);
        Assert.True(
            (
                await new EditEnterprise(db, desk.House.ChangesOf(db)).Run(
                    desk.Firm,
                    0,
                    new EnterpriseProfile("بادام", PaperDesk.Province)
                )
            ).Done
        );
        Assert.Equal(PaperRefusal.NotDraft, (await desk.Change(id, Right, 2)).Refused);
        Assert.Equal(PaperRefusal.NotDraft, (await desk.Number(id, version: 2)).Refused);
        Assert.True((await desk.File(id, SampleFiles.Pdf(), 2)).Done);
        Assert.True((await desk.Withdraw(id, version: 3)).Done);
        var after = (await desk.Seen(desk.Person, id))!;
        Assert.Equal(before.Content, after.Content);
        Assert.Equal(before.Fingerprint, after.Fingerprint);
        Assert.Contains("پسته", after.Content, StringComparison.Ordinal);
        Assert.Equal("خیابان یکم", after.Sheet.Head.Address);
        Assert.True(after.IsIntact);
        // The record of changes keeps the fingerprint, so that whoever alters the paper would have to alter that, too.
        var numbered = await desk
            .House.As(Actor.System)
            .AuditEvents.SingleAsync(e => e.Kind == nameof(PaperNumbered));
        Assert.Contains(after.Fingerprint!, numbered.Content, StringComparison.Ordinal);
    }

    /// <summary>A draft takes the letterhead of the day on which it gets its number.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_draft_follows_its_letterhead(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var id = (await desk.Draft(language: Language.English)).Value;
        var later = PaperDesk.Entry() with
        {
            From = Today,
            Name = new LocalText("نام تازه", "New Name"),
        };
        Assert.True((await desk.Add(desk.Expert, later)).Done);
        Assert.Equal("New Name", (await desk.Number(id)).Value.Sheet.Head.Name);
    }

    [OnBothDatabases]
    [Theory]
    public async Task An_altered_paper_is_noticed(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var id = await desk.Drafted();
        await desk.Number(id);
        await desk
            .House.As(Actor.System)
            .Database.ExecuteSqlAsync(
                $"""UPDATE "OfficialPapers" SET "Content" = REPLACE("Content", '۱۰۰', '۹۰۰')"""
            );
        Assert.False((await desk.Seen(desk.Expert, id))!.IsIntact);
    }

    [OnBothDatabases]
    [Theory]
    public async Task The_signed_copy_is_filed_beside_it(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var id = await desk.Drafted();
        Assert.Equal(PaperRefusal.NotNumbered, (await desk.File(id, SampleFiles.Pdf(), 0)).Refused);
        await desk.Number(id);
        Assert.Equal(PaperRefusal.FileMissing, (await desk.File(id, null)).Refused);
        Assert.Equal(PaperState.Filed, (await desk.File(id, SampleFiles.Pdf("a"))).Value.State);
        var again = (await desk.File(id, SampleFiles.Pdf("b"), 2)).Value;
        // The firm reads what it may see: both, the one that holds first.
        var search = new PaperSearch(desk.House.As(desk.Person));
        var copies = await search.Copies(again);
        Assert.Equal((2, again.SignedCopyId), (copies.Count, (Guid?)copies[0].Id));
        Assert.NotNull((await desk.House.Read(desk.Person, copies[0].Id)).Bytes);
        Assert.Equal(
            ReadFileRefusal.NotFound,
            (await desk.House.Read(await desk.House.Expert("21"), copies[0].Id)).Refused
        );
        await desk.Withdraw(id, version: 3);
        Assert.Equal(PaperRefusal.NotNumbered, (await desk.File(id, SampleFiles.Pdf(), 4)).Refused);
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_copy_with_something_in_it_is_refused(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var (one, two) = (await desk.Drafted(), await desk.Drafted());
        await desk.Number(one);
        await desk.Number(two);
        await desk.File(one, SampleFiles.Pdf());
        await desk
            .House.As(Actor.System)
            .Database.ExecuteSqlAsync($"""UPDATE "StoredContents" SET "Scan" = 'Infected'""");
        Assert.Equal(PaperRefusal.FileInfected, (await desk.File(two, SampleFiles.Pdf())).Refused);
        Assert.Null((await desk.Seen(desk.Expert, two))!.SignedCopyId);
    }

    public static TheoryData<PaperEntry, PaperRefusal> Wrong =>
        new()
        {
            { Right with { Title = " " }, PaperRefusal.TitleMissing },
            { Right with { Title = new string('ا', 201) }, PaperRefusal.TitleMissing },
            { Right with { Signatories = [] }, PaperRefusal.SignatoriesWrong },
            { Right with { Signatories = [new("نام", " ")] }, PaperRefusal.SignatoriesWrong },
            {
                Right with
                {
                    Signatories = [.. Enumerable.Repeat(new Signatory("نام", "سمت"), 5)],
                },
                PaperRefusal.SignatoriesWrong
            },
            { Right with { Enclosures = -1 }, PaperRefusal.EnclosuresWrong },
            { Right with { Enclosures = 1000 }, PaperRefusal.EnclosuresWrong },
        };

    [MemberData(nameof(Wrong))]
    [Theory]
    public async Task What_is_wrong_in_a_draft_is_refused(PaperEntry entry, PaperRefusal why)
    {
        await using var desk = await PaperDesk.On(Provider.Sqlite);
        Assert.Equal(why, (await desk.Change(await desk.Drafted(), entry)).Refused);
    }

    [OnBothDatabases]
    [Theory]
    public async Task What_cannot_be_done_is_refused(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider, Numbering.Typed);
        Assert.Equal(PaperRefusal.TitleMissing, (await desk.Draft(title: " ")).Refused);
        Assert.Equal(
            PaperRefusal.NoLetterhead,
            (await desk.Draft(letterhead: Guid.NewGuid())).Refused
        );
        var id = await desk.Drafted();
        Assert.Equal(PaperRefusal.NotFound, (await desk.Number(Guid.NewGuid())).Refused);
        Assert.Equal(PaperRefusal.Stale, (await desk.Number(id, "1", Today, 7)).Refused);
        Assert.Equal(PaperRefusal.NumberMissing, (await desk.Number(id, " ", Today)).Refused);
        Assert.Equal(
            PaperRefusal.NumberMissing,
            (await desk.Number(id, new string('1', 41), Today)).Refused
        );
        Assert.Equal(PaperRefusal.DayWrong, (await desk.Number(id, "1")).Refused);
        Assert.Equal(PaperRefusal.DayWrong, (await desk.Number(id, "1", Today.AddDays(1))).Refused);
        Assert.Equal(PaperRefusal.NoReason, (await desk.Withdraw(id, " ", 0)).Refused);
        Assert.Equal(
            PaperRefusal.NoReason,
            (await desk.Withdraw(id, new string('ا', 501), 0)).Refused
        );
        Assert.True((await desk.Withdraw(id, version: 0)).Done);
        Assert.Equal(PaperRefusal.AlreadyWithdrawn, (await desk.Withdraw(id)).Refused);
        Assert.Equal(PaperRefusal.NotDraft, (await desk.Number(id, "1", Today, 1)).Refused);
    }

    /// <summary>A draft is the body's alone; with its number the firm sees it, and nobody else's people do.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task Others_see_and_do_nothing(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var house = desk.House;
        var (stranger, _) = await house.Firm("فولاد", PaperDesk.Province, Numbers.Legal(2));
        Actor[] others =
        [
            stranger,
            Actor.Public,
            await house.Expert("21"),
            await house.Expert(PaperDesk.Province, Body.TradePromotion),
        ];
        var id = await desk.Drafted();
        foreach (var other in others.Append(desk.Person))
        {
            Assert.Null(await desk.Seen(other, id));
            Assert.Equal(PaperRefusal.NotFound, (await desk.Number(id, by: other)).Refused);
            Assert.Equal(PaperRefusal.NoLetterhead, (await desk.Draft(other)).Refused);
        }
        await desk.Number(id);
        Assert.NotNull(await desk.Seen(desk.Person, id));
        Assert.Single(
            await new PaperSearch(house.As(desk.Person)).About(nameof(Enterprise), desk.Firm)
        );
        await Assert.ThrowsAsync<BeyondReachException>(() => desk.Withdraw(id, by: desk.Person));
        foreach (var other in others)
        {
            Assert.Null(await desk.Seen(other, id));
            Assert.Equal(
                0,
                (await new PaperSearch(house.As(other)).Rows(new PaperQuery()).Page()).Total
            );
            Assert.Equal(PaperRefusal.NotFound, (await desk.Withdraw(id, by: other)).Refused);
        }
    }

    [OnBothDatabases]
    [Theory]
    public async Task The_register_filters_and_sorts(Provider provider)
    {
        await using var desk = await PaperDesk.On(provider);
        var one = await desk.Drafted();
        desk.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var two = await desk.Drafted();
        await desk.Number(two);
        var search = new PaperSearch(desk.House.As(desk.Expert));
        async Task<Guid[]> Ids(PaperQuery query) =>
            [.. (await search.Rows(query).Page()).Rows.Select(r => r.Id)];
        Assert.Equal([two], await Ids(new PaperQuery(Words: "۱۴۰۵/ص")));
        Assert.Equal([one], await Ids(new PaperQuery(State: PaperState.Draft)));
        Assert.Equal([two], await Ids(new PaperQuery(FirstDay: Today, LastDay: Today)));
        Assert.Empty(await Ids(new PaperQuery(FirstDay: Today.AddDays(1))));
        Assert.Empty(await Ids(new PaperQuery(Kind: "Other")));
        foreach (var sort in new[] { PaperQuery.ByDay, PaperQuery.ByNumber, PaperQuery.ByDraft })
        {
            // Drafts stand before what has its number, and it was drafted first.
            Assert.Equal([one, two], await Ids(new PaperQuery(Order: new(sort))));
            Assert.Equal([two, one], await Ids(new PaperQuery(Order: new(sort, true))));
        }
    }
}
