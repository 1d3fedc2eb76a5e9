using Karvan.Customs.Trade;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Outbox;
using Karvan.Platform.Papers;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Modules.Tests.Papers;

/// <summary>A company of a province with its letterhead, a firm, and what they do with papers; each act has a context of its own, as a request has.</summary>
internal sealed class PaperDesk : IAsyncDisposable
{
    public const string Province = "08";
    public const string Pattern = "[year]/ص/[number]";

    public static readonly DateOnly Begun = new(2024, 3, 20);

    private PaperDesk(House house, Actor expert, Actor person, Guid firm) =>
        (House, Expert, Person, Firm) = (house, expert, person, firm);

    public House House { get; }

    /// <summary>Of the company.</summary>
    public Actor Expert { get; }

    /// <summary>Of the firm.</summary>
    public Actor Person { get; }
    public Guid Firm { get; }

    /// <summary>Under which drafts are made.</summary>
    public Letterhead Head { get; set; } = null!;

    public static async Task<PaperDesk> On(
        Provider provider,
        Numbering numbering = Numbering.Counted
    )
    {
        var house = await House.On(provider);
        var (person, firm) = await house.Firm("پسته", Province, Numbers.Legal(1));
        return await In(house, await house.Expert(Province), person, firm, numbering);
    }

    /// <summary>In a house that has them already.</summary>
    public static async Task<PaperDesk> In(
        House house,
        Actor expert,
        Actor person,
        Guid firm,
        Numbering numbering = Numbering.Counted
    )
    {
        var desk = new PaperDesk(house, expert, person, firm);
        desk.Head = (await desk.Add(desk.Expert, Entry(numbering))).Value;
        return desk;
    }

    public static LetterheadEntry Entry(Numbering numbering = Numbering.Counted) =>
        new(
            Begun,
            new LocalText("شرکت شهرک‌های صنعتی", "Industrial Estates Company"),
            new LocalText("وزارت صنعت", "Ministry of Industry"),
            new LocalText("خیابان یکم", "First Street"),
            "021",
            numbering,
            Pattern,
            1,
            [new Signatory("نام", "سمت")],
            [new Signatory("Name", "Post")]
        );

    public Task<Outcome<Letterhead, LetterheadRefusal>> Add(
        Actor by,
        LetterheadEntry entry,
        Body body = Body.SmallIndustries,
        string? province = Province
    )
    {
        var db = House.As(by);
        return new KeepLetterhead(db, House.ChangesOf(db)).Add(body, province, entry);
    }

    public Task<Outcome<Letterhead, LetterheadRefusal>> Edit(
        Actor by,
        LetterheadEntry entry,
        int version,
        Guid? id = null
    )
    {
        var db = House.As(by);
        return new KeepLetterhead(db, House.ChangesOf(db)).Edit(id ?? Head.Id, version, entry);
    }

    public async Task<Outcome<Guid, PaperRefusal>> Draft(
        Actor? by = null,
        Guid? letterhead = null,
        string title = "گواهی صادرات",
        Language language = Language.Persian
    )
    {
        var db = House.As(by ?? Expert);
        var firm = await House
            .As(Actor.System)
            .Enterprises.AsNoTracking()
            .SingleAsync(e => e.Id == Firm);
        return await new DraftPaper(
            db,
            House.ChangesOf(db),
            new LetterheadShelf(db),
            House.Clock
        ).Run(
            new PaperDraft(
                TradePapers.ExportStatement,
                firm.Subject,
                language,
                title,
                null,
                [
                    new PaperText($"صادرات {firm.NameFa}"),
                    new PaperTable(
                        "کشورها",
                        [new PaperColumn("کشور", false), new PaperColumn("ارزش", true)],
                        [
                            ["عراق", "۱۰۰"],
                        ]
                    ),
                ]
            ),
            letterhead ?? Head.Id
        );
    }

    /// <summary>A draft that may get its number.</summary>
    public async Task<Guid> Drafted() => (await Draft()).Value;

    public Task<Outcome<OfficialPaper, PaperRefusal>> Change(
        Guid paper,
        PaperEntry entry,
        int version = 0
    )
    {
        var db = House.As(Expert);
        return new EditPaper(db, House.ChangesOf(db)).Run(paper, version, entry);
    }

    public Task<Outcome<OfficialPaper, PaperRefusal>> Number(
        Guid paper,
        string? number = null,
        DateOnly? day = null,
        int version = 0,
        Actor? by = null
    )
    {
        var db = House.As(by ?? Expert);
        return new NumberPaper(db, House.ChangesOf(db), new LetterheadShelf(db), House.Clock).Run(
            paper,
            version,
            number,
            day
        );
    }

    public async Task<Outcome<OfficialPaper, PaperRefusal>> File(
        Guid paper,
        byte[]? content,
        int version = 1
    )
    {
        var db = House.As(Expert);
        using var sent = new MemoryStream(content ?? []);
        await using var file = content is null
            ? null
            : (await ReceivedFile.From(sent, "signed.pdf", FileLimits.Usual)).Value;
        return await new FileSignedCopy(
            db,
            House.ChangesOf(db),
            new StoreFile(db, new Scanning(false), House.Clock)
        ).Run(paper, version, file);
    }

    public Task<Outcome<OfficialPaper, PaperRefusal>> Withdraw(
        Guid paper,
        string? reason = "اشتباه",
        int version = 1,
        Actor? by = null
    )
    {
        var db = House.As(by ?? Expert);
        return new WithdrawPaper(db, House.ChangesOf(db)).Run(paper, version, reason);
    }

    public Task<OfficialPaper?> Seen(Actor by, Guid paper) =>
        new PaperSearch(House.As(by)).One(paper);

    /// <summary>What was written to the firm's person about papers.</summary>
    public async Task<List<string>> Letters()
    {
        var db = House.As(Actor.System);
        var address = await db
            .Users.Where(u => u.Id == Person.PersonId)
            .Select(u => u.Email)
            .SingleAsync();
        return await db
            .Outbox.AsNoTracking()
            .Where(m => m.To == address)
            .Select(m => m.Title + m.Text)
            .ToListAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
