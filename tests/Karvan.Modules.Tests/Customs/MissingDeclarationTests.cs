using Karvan.Customs;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Modules.Tests.Files;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Modules.Tests.Customs.LineRoom;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A firm reports a declaration that is missing; the expert of its province answers, and nothing of it counts.</summary>
public sealed class MissingDeclarationTests
{
    private const string Elsewhere = "21";

    [Theory, OnBothDatabases]
    public async Task Report_counts_nowhere_and_its_answer_is_told_to_the_firm(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var report = (await room.Report(Gone with { Declaration = " m۹ " })).Value;
        Assert.Equal(
            ("M9", MissingDeclarationState.Open, Province, room.Firm),
            (report.Declaration, report.State, report.Province, report.EnterpriseId)
        );
        Assert.Equal(100_00, await room.Cents());
        Assert.Single(await room.House.As(room.Expert).Attachments.ToListAsync());

        var found = (await room.Answer(report, found: true)).Value;
        Assert.Equal(
            (MissingDeclarationState.Found, "it came with import 2"),
            (found.State, found.Remark)
        );
        // It is found in words alone: what counts still comes from customs.
        Assert.Equal(100_00, await room.Cents());
        var told = await room
            .House.As(Actor.System)
            .Set<Karvan.Platform.Notices.Notice>()
            .Where(n => n.Kind == LineNotices.MissingFound.Name)
            .SingleAsync();
        Assert.Equal(room.Person.PersonId, told.PersonId);
        Assert.Equal(MissingRefusal.NotOpen, (await room.Answer(found, false)).Refused);
        Assert.Equal(MissingRefusal.Stale, (await room.Answer(report, false)).Refused);

        var other = (await room.Report(Gone with { Declaration = "M10" })).Value;
        Assert.Equal(MissingRefusal.NoRemark, (await room.Answer(other, false, " ")).Refused);
        Assert.Equal(
            MissingDeclarationState.Refused,
            (await room.Answer(other, false, "not of this firm")).Value.State
        );
    }

    public static TheoryData<Provider, DeclaredGoods, MissingRefusal> Wrong =>
        new()
        {
            { Provider.Sqlite, Gone with { Declaration = " " }, MissingRefusal.NoNumber },
            { Provider.Sqlite, Gone with { Declaration = new('1', 65) }, MissingRefusal.NoNumber },
            { Provider.Sqlite, Gone with { Office = "" }, MissingRefusal.NoOffice },
            { Provider.Sqlite, Gone with { Day = new(2036, 1, 1) }, MissingRefusal.BadDay },
            { Provider.Sqlite, Gone with { HsCode = "84232" }, MissingRefusal.BadHsCode },
            { Provider.Sqlite, Gone with { Country = "IR" }, MissingRefusal.BadCountry },
            { Provider.Sqlite, Gone with { ValueCents = -1 }, MissingRefusal.BadValue },
            { Provider.Sqlite, Gone with { WeightGrams = -1 }, MissingRefusal.BadWeight },
            // The line that the firm has, in another spelling of its number.
            { Provider.Postgres, Gone with { Declaration = "a۱" }, MissingRefusal.AlreadyThere },
        };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Report_that_cannot_be_is_refused(
        Provider provider,
        DeclaredGoods goods,
        MissingRefusal why
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        Assert.Equal(why, (await room.Report(goods)).Refused);
        Assert.False(await room.House.As(Actor.System).MissingDeclarations.AnyAsync());
        // The same number in the other flow is another declaration.
        Assert.True((await room.Report(Gone with { Declaration = "A1", Import = true })).Done);
    }

    [Theory, OnBothDatabases]
    public async Task Of_those_who_report_a_declaration_at_once_one_does(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => room.Report(Gone)));
        Assert.Single(done, d => d.Done);
        Assert.Equal(3, done.Count(d => d.Refused is MissingRefusal.AlreadyReported));
        var open = done.Single(d => d.Done).Value;
        var back = await room.Desk.Do<
            TakeBackMissingDeclaration,
            Outcome<MissingDeclaration, MissingRefusal>
        >(room.Person, t => t.Run(open.Id, open.Version));
        Assert.Equal(MissingDeclarationState.TakenBack, back.Value.State);
        Assert.True((await room.Report(Gone)).Done);
    }

    [Theory, OnBothDatabases]
    public async Task A_claim_that_is_not_verified_and_another_firm_report_nothing(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        var (registered, firm) = await room.House.Firm(
            "نو",
            Province,
            Numbers.Legal(5),
            claim: true
        );
        var claimant = Actor.Of(
            registered.PersonId!.Value,
            registered.Name,
            [Grant.OfClaim(registered.PersonId.Value, firm)],
            firm
        );
        await using var file = await House.Notice();
        Task<Outcome<MissingDeclaration, MissingRefusal>> By(Actor actor, Guid of) =>
            room.Desk.Do<ReportMissingDeclaration, Outcome<MissingDeclaration, MissingRefusal>>(
                actor,
                r => r.Run(of, Gone, null, file)
            );
        await Assert.ThrowsAnyAsync<Exception>(() => By(claimant, firm));
        var (other, _) = await room.House.Firm("دور", Province, Numbers.Legal(9));
        Assert.Equal(MissingRefusal.NotFound, (await By(other, room.Firm)).Refused);
        Assert.False(await room.House.As(Actor.System).MissingDeclarations.AnyAsync());
        var report = (await room.Report(Gone)).Value;
        var stranger = await room.House.Expert(Elsewhere);
        Assert.Equal(
            MissingRefusal.NotFound,
            (await room.Answer(report, true, by: stranger)).Refused
        );
        Assert.Null(
            await room
                .House.As(other)
                .MissingDeclarations.SingleOrDefaultAsync(m => m.Id == report.Id)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Report_without_a_sound_file_is_refused(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var none = await room.Desk.Do<
            ReportMissingDeclaration,
            Outcome<MissingDeclaration, MissingRefusal>
        >(room.Person, r => r.Run(room.Firm, Gone, null, null));
        Assert.Equal(MissingRefusal.NoFile, none.Refused);
        await using var bad = await LineTests.Infected(room.House);
        Assert.Equal(MissingRefusal.FileRefused, (await room.Report(Gone, file: bad)).Refused);
        Assert.False(await room.House.As(Actor.System).MissingDeclarations.AnyAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Both_kinds_stand_in_one_list_by_age_and_are_filtered_together(
        Provider provider
    )
    {
        await using var room = await LineRoom.On(provider, Line());
        var objection = (await room.Objection()).Value;
        room.House.Clock.Advance(TimeSpan.FromHours(1));
        var report = (await room.Report(Gone)).Value;
        room.House.Clock.Advance(TimeSpan.FromHours(1));
        var later = (await room.Report(Gone with { Declaration = "M10" })).Value;
        await room.Answer(later, found: true);

        var all = await Rows(room, new());
        Assert.Equal(
            [
                (DisputeKind.Line, objection.Id, DisputeState.Open, "A1", (int?)1),
                (DisputeKind.Missing, report.Id, DisputeState.Open, "M9", null),
                (DisputeKind.Missing, later.Id, DisputeState.Found, "M10", null),
            ],
            all.Select(r => (r.Kind, r.Id, r.State, r.Declaration, r.LineNumber))
        );
        Assert.Equal([LineObjectionGround.WrongValue, null, null], all.Select(r => r.Ground));
        Assert.NotNull(all[2].DecidedAt);
        async Task<IEnumerable<Guid>> Found(DisputeQuery asked) =>
            (await Rows(room, asked)).Select(r => r.Id);
        Assert.Equal(
            [later.Id, report.Id, objection.Id],
            await Found(new(Order: new(DisputeQuery.ByAge, true)))
        );
        Assert.Equal(
            [objection.Id, report.Id],
            await Found(new(State: DisputeState.Open, Order: new(DisputeQuery.ByFirm)))
        );
        Assert.Equal([later.Id], await Found(new(State: DisputeState.Found)));
        Assert.Empty(await Found(new(State: DisputeState.Struck)));
        Assert.Equal([report.Id, later.Id], await Found(new(Kind: DisputeKind.Missing)));
        Assert.Equal([objection.Id], await Found(new(Kind: DisputeKind.Line)));
        Assert.Equal([objection.Id], await Found(new(Ground: LineObjectionGround.WrongValue)));
        Assert.Empty(await Found(new(Province: Elsewhere)));
        Assert.Equal(3, (await Found(new("پویا", Province))).Count());
        Assert.Empty(await Found(new("دور")));
        // A page of it, and how many there are.
        await using var scope = room.Desk.As(room.Expert);
        var (page, total) = await Search(scope).Rows(new()).Page(1, 1);
        Assert.Equal((report.Id, 3), (page.Single().Id, total));
        // Whoever sees neither firm sees nothing.
        await using var away = room.Desk.As(await room.House.Expert(Elsewhere));
        Assert.Empty(await Search(away).Rows(new()).All().ToListAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Report_goes_with_its_firm(Provider provider)
    {
        await using var room = await LineRoom.On(provider, Line());
        var report = (await room.Report(Gone)).Value;
        var there = await room.House.Expert(Elsewhere);
        var db = room.House.As(room.Expert);
        var firm = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == room.Firm);
        var moved = await new EditEnterprise(db, room.House.ChangesOf(db)).Run(
            firm.Id,
            firm.Version,
            new EnterpriseProfile(firm.NameFa, Elsewhere)
        );
        Assert.True(moved.Done);

        Assert.Empty(await room.House.As(room.Expert).MissingDeclarations.ToListAsync());
        var found = await room.House.As(there).MissingDeclarations.SingleAsync();
        Assert.Equal((report.Id, Elsewhere), (found.Id, found.Province));
        Assert.Contains(
            await room.House.As(there).Attachments.ToListAsync(),
            f => f.OwnerId == report.Id
        );
        Assert.Equal(MissingRefusal.NotFound, (await room.Answer(found, true)).Refused);
        Assert.True((await room.Answer(found, true, by: there)).Done);
    }

    private static async Task<IReadOnlyList<DisputeRow>> Rows(LineRoom room, DisputeQuery asked)
    {
        await using var scope = room.Desk.As(room.Expert);
        return await Search(scope).Rows(asked).All().ToListAsync();
    }

    private static DisputeSearch Search(
        Microsoft.Extensions.DependencyInjection.AsyncServiceScope scope
    ) => (DisputeSearch)scope.ServiceProvider.GetService(typeof(DisputeSearch))!;
}
