using Karvan.Customs;
using Karvan.Customs.Importing;
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

namespace Karvan.Modules.Tests.Customs;

/// <summary>A firm with lines, its expert, and what the two of them do.</summary>
internal sealed class LineRoom : IAsyncDisposable
{
    public const string Province = "08";

    public static string Number { get; } = Numbers.Legal(1);

    public static LineKey Key { get; } = new(false, "A1", 1);

    public static LineCorrection Right { get; } =
        new(new DateOnly(2022, 4, 23), "080251", "DE", 50_00, 5_000);

    /// <summary>A declaration that no file has.</summary>
    public static DeclaredGoods Gone { get; } =
        new("M9", false, new DateOnly(2022, 4, 23), "بازرگان", "842320", "IQ", 70_00, null);

    /// <summary>The line that is spoken of.</summary>
    public static string Line(string value = "100", string country = "IQ") =>
        $"A1,1,export,1401/02/03,{Number},842320,{country},{value},10\n";

    private LineRoom(House house, CustomsDesk desk, Actor expert, Actor person, Guid firm) =>
        (House, Desk, Expert, Person, Firm) = (house, desk, expert, person, firm);

    public House House { get; }
    public CustomsDesk Desk { get; }
    public Actor Expert { get; }
    public Actor Person { get; }
    public Guid Firm { get; }

    /// <summary>The import that was committed last.</summary>
    public Guid Latest { get; private set; }

    public static async Task<LineRoom> On(Provider provider, string lines)
    {
        var house = await House.On(provider);
        var desk = new CustomsDesk(house);
        var expert = await house.Expert(Province);
        var (person, firm) = await house.Firm("پویا", Province, Number);
        var room = new LineRoom(house, desk, expert, person, firm);
        await room.Import(lines, beside: true);
        return room;
    }

    public async Task<CustomsImport> Import(string lines, bool beside = false)
    {
        var import = await Desk.Import(Expert, lines, Province, instead: beside ? null : Latest);
        Latest = import.Id;
        return import;
    }

    public async Task<long> Cents() => (await Desk.Cells(Person, Firm)).Sum(c => c.ValueCents);

    public Task<LineObjection> Look(Guid objection) =>
        House.As(Actor.System).LineObjections.AsNoTracking().SingleAsync(c => c.Id == objection);

    public Task<Outcome<LineObjection, LineRefusal>> Objection(
        string reason = "because",
        LineKey? key = null,
        Actor? by = null,
        ReceivedFile? proof = null
    ) =>
        Desk.Do<ObjectToLine, Outcome<LineObjection, LineRefusal>>(
            by ?? Person,
            c => c.Run(Firm, Latest, key ?? Key, LineObjectionGround.WrongValue, reason, proof)
        );

    /// <param name="file">A document, unless something else is sent.</param>
    public async Task<Outcome<MissingDeclaration, MissingRefusal>> Report(
        DeclaredGoods goods,
        Actor? by = null,
        ReceivedFile? file = null,
        string? reason = "it left at night"
    )
    {
        await using var usual = await Karvan.Modules.Tests.House.Notice();
        return await Desk.Do<ReportMissingDeclaration, Outcome<MissingDeclaration, MissingRefusal>>(
            by ?? Person,
            r => r.Run(Firm, goods, reason, file ?? usual)
        );
    }

    public Task<Outcome<MissingDeclaration, MissingRefusal>> Answer(
        MissingDeclaration report,
        bool found,
        string? remark = "it came with import 2",
        Actor? by = null
    ) =>
        Desk.Do<AnswerMissingDeclaration, Outcome<MissingDeclaration, MissingRefusal>>(
            by ?? Expert,
            a => a.Run(report.Id, report.Version, found, remark)
        );

    public Task<Outcome<LineObjection, LineRefusal>> Refuse(
        LineObjection objection,
        string remark,
        Actor? by = null
    ) =>
        Desk.Do<RefuseLineObjection, Outcome<LineObjection, LineRefusal>>(
            by ?? Expert,
            r => r.Run(objection.Id, objection.Version, remark)
        );

    public Task<Outcome<CustomsAdjustment, LineRefusal>> Adjust(
        LineCorrection? correction,
        Guid? over = null,
        (Guid, int)? objection = null,
        string reason = "because",
        LineKey? key = null,
        Actor? by = null,
        ReceivedFile? proof = null
    ) =>
        Desk.Do<AdjustLine, Outcome<CustomsAdjustment, LineRefusal>>(
            by ?? Expert,
            a =>
                a.Run(
                    new LineDecision(Firm, Latest, key ?? Key, correction, reason, objection, over),
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
