using Karvan.Consortia;
using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Dossiers;
using Karvan.Evaluation.Intake;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Evaluation.Rulebooks;
using Karvan.Evidence.Authorization;
using Karvan.Evidence.Items;
using Karvan.Modules.Tests.Customs;
using Karvan.Modules.Tests.Evaluation;
using Karvan.Modules.Tests.Files;
using Karvan.Modules.Tests.Papers;
using Karvan.Modules.Tests.Promoters;
using Karvan.Modules.Tests.Registry;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Jobs;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Papers;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Persistence;

/// <summary>Every query filter that there is, on real rows of every kind, against the one decision: each says what the other says.</summary>
public sealed class FilterTests
{
    private const string Elsewhere = "21";

    /// <summary>By which act each kind of record is seen; attachments and papers name theirs.</summary>
    private static readonly Dictionary<Type, Act?> SeenBy = new()
    {
        [typeof(Enterprise)] = RegistryActs.ReadEnterprise,
        [typeof(EraCertificate)] = RegistryActs.ReadEraCertificate,
        [typeof(FirmClaim)] = RegistryActs.ReadClaim,
        [typeof(Promoter)] = RegistryActs.ReadPromoter,
        [typeof(Consortium)] = ConsortiaActs.ReadConsortium,
        [typeof(Campaign)] = EvaluationActs.ReadCampaign,
        [typeof(Dossier)] = EvaluationActs.ReadDossier,
        [typeof(LateFiling)] = EvaluationActs.ReadDossier,
        [typeof(DossierReceipt)] = EvaluationActs.ReadDossier,
        [typeof(EvidenceItem)] = EvidenceActs.ReadEvidence,
        [typeof(ReviewAssignment)] = EvaluationActs.ReadReview,
        [typeof(ItemVerdict)] = EvaluationActs.ReadVerdict,
        [typeof(ViolationCase)] = EvaluationActs.ReadCompliance,
        [typeof(CurrencyObligation)] = EvaluationActs.ReadCompliance,
        [typeof(CampaignResult)] = EvaluationActs.ReadResult,
        [typeof(CommitteeSeat)] = EvaluationActs.ReadCommittee,
        [typeof(CommitteeMeeting)] = EvaluationActs.ReadCommittee,
        [typeof(ReleasedCard)] = EvaluationActs.ReadCard,
        [typeof(RulebookDraft)] = EvaluationActs.ReadRulebookDraft,
        [typeof(PublishedRulebook)] = PlatformActs.ReadPublic,
        [typeof(Notice)] = PlatformActs.ManageOwnAccount,
        [typeof(Job)] = PlatformActs.ReadJobs,
        [typeof(CustomsFile)] = CustomsActs.ReadCustoms,
        [typeof(CustomsImport)] = CustomsActs.ReadCustoms,
        [typeof(CustomsSnapshot)] = CustomsActs.ReadCustoms,
        [typeof(CustomsAdjustment)] = CustomsActs.ReadTrade,
        [typeof(LineObjection)] = CustomsActs.ReadTrade,
        [typeof(MissingDeclaration)] = CustomsActs.ReadTrade,
        [typeof(Attachment)] = null,
        [typeof(OfficialPaper)] = null,
    };

    [OnBothDatabases]
    [Theory]
    public async Task Every_filter_shows_what_the_decision_allows(Provider provider)
    {
        await using var room = await LineRoom.On(provider, CustomsDesk.Header + LineRoom.Line());
        var house = room.House;
        await Fill(room);
        var reviewers = await FilledEvaluation.In(room);
        var system = house.As(Actor.System);
        Assert.Equal(
            system
                .Model.GetEntityTypes()
                .Where(e => e.GetDeclaredQueryFilters().Count > 0)
                .Select(e => e.ClrType.Name)
                .Order(StringComparer.Ordinal),
            SeenBy.Keys.Select(t => t.Name).Order(StringComparer.Ordinal)
        );
        List<Actor> actors = [.. await Actors(room), .. reviewers];
        var rows = new Dictionary<Type, List<IOwned>>();
        foreach (var type in SeenBy.Keys)
        {
            rows[type] = await Rows(system, type);
            Assert.True(rows[type].Count > 0, $"There is no {type.Name} to look for.");
        }
        var wrong = new List<string>();
        foreach (var actor in actors)
        {
            await using var db = house.As(actor);
            foreach (var (type, all) in rows)
            {
                var allowed = all.Where(r =>
                    Access.Allows(actor, ActOf(r), r.SubjectFor(actor.ActingFor))
                );
                var seen = await Rows(db, type);
                var (may, does) = (Ids(allowed), Ids(seen));
                if (!may.SequenceEqual(does))
                {
                    wrong.Add($"{actor.Name} {type.Name}: allowed {may.Count}, seen {does.Count}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    private static Act ActOf(IOwned row) =>
        row switch
        {
            Attachment file => ModuleCatalog.Act(file.ReadAct),
            OfficialPaper paper => ModuleCatalog.Paper(paper.Kind).Read,
            _ => SeenBy[row.GetType()]!,
        };

    private static List<Guid> Ids(IEnumerable<IOwned> rows) =>
        [.. rows.Select(r => r.Subject.Id!.Value).Order()];

    private static Task<List<IOwned>> Rows(KarvanContext db, Type type) =>
        type.Name switch
        {
            nameof(Enterprise) => Of<Enterprise>(db),
            nameof(EraCertificate) => Of<EraCertificate>(db),
            nameof(FirmClaim) => Of<FirmClaim>(db),
            nameof(Promoter) => Of<Promoter>(db),
            nameof(Consortium) => Of(db.Consortia.Include(c => c.Members)),
            nameof(Campaign) => Of<Campaign>(db),
            nameof(Dossier) => Of<Dossier>(db),
            nameof(LateFiling) => Of<LateFiling>(db),
            nameof(DossierReceipt) => Of<DossierReceipt>(db),
            nameof(EvidenceItem) => Of<EvidenceItem>(db),
            nameof(ReviewAssignment) => Of<ReviewAssignment>(db),
            nameof(ItemVerdict) => Of<ItemVerdict>(db),
            nameof(ViolationCase) => Of<ViolationCase>(db),
            nameof(CurrencyObligation) => Of<CurrencyObligation>(db),
            nameof(CampaignResult) => Of<CampaignResult>(db),
            nameof(CommitteeSeat) => Of<CommitteeSeat>(db),
            nameof(CommitteeMeeting) => Of<CommitteeMeeting>(db),
            nameof(ReleasedCard) => Of<ReleasedCard>(db),
            nameof(RulebookDraft) => Of<RulebookDraft>(db),
            nameof(PublishedRulebook) => Of<PublishedRulebook>(db),
            nameof(Notice) => Of<Notice>(db),
            nameof(Job) => Of<Job>(db),
            nameof(CustomsFile) => Of<CustomsFile>(db),
            nameof(CustomsImport) => Of<CustomsImport>(db),
            nameof(CustomsSnapshot) => Of<CustomsSnapshot>(db),
            nameof(CustomsAdjustment) => Of<CustomsAdjustment>(db),
            nameof(LineObjection) => Of<LineObjection>(db),
            nameof(MissingDeclaration) => Of<MissingDeclaration>(db),
            nameof(OfficialPaper) => Of<OfficialPaper>(db),
            _ => Of<Attachment>(db),
        };

    private static Task<List<IOwned>> Of<T>(KarvanContext db)
        where T : class, IOwned => Of(db.Set<T>());

    private static async Task<List<IOwned>> Of<T>(IQueryable<T> rows)
        where T : class, IOwned => [.. await rows.AsNoTracking().ToListAsync()];

    /// <summary>Every role of staff for each body in two provinces and in the country, the firms' people, applicants, and the public.</summary>
    private static async Task<List<Actor>> Actors(LineRoom room)
    {
        var (other, _) = await room.House.Firm("دیگر", Elsewhere, Numbers.Legal(2));
        return
        [
            Actor.Public,
            Actor.System,
            room.Person,
            other,
            await room.House.Somebody(),
            .. from role in Roles.Staff
            from body in Enum.GetValues<Body>()
            from provinces in new[]
            {
                Provinces.Of(LineRoom.Province),
                Provinces.Of(Elsewhere),
                Provinces.Country,
            }
            select Actor.Of(
                Guid.CreateVersion7(),
                $"{role} {body} {provinces}",
                [Grant.OfStaff(Guid.CreateVersion7(), role, body, provinces)],
                null
            ),
        ];
    }

    private static async Task Fill(LineRoom room)
    {
        var house = room.House;
        using var sent = new MemoryStream(SampleFiles.Pdf());
        await using var proof = (await ReceivedFile.From(sent, "a.pdf", FileLimits.Usual)).Value;
        Assert.True((await room.Objection(proof: proof)).Done);
        Assert.True((await room.Report(LineRoom.Gone)).Done);
        Assert.True((await room.Adjust(LineRoom.Right)).Done);
        Assert.True(
            (
                await room.Desk.Do<TakeSnapshot, Outcome<CustomsSnapshot, SnapshotRefusal>>(
                    room.Expert,
                    t => t.Run(LineRoom.Province, "a test")
                )
            ).Done
        );
        var db = house.As(room.Person);
        using var scanned = new MemoryStream(SampleFiles.Pdf());
        await using var paper = (await ReceivedFile.From(scanned, "b.pdf", FileLimits.Usual)).Value;
        var day = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        Assert.True(
            (
                await new AddEraCertificate(
                    db,
                    house.ChangesOf(db),
                    new StoreFile(db, new Scanning(false), house.Clock),
                    house.Clock
                ).Run(
                    room.Firm,
                    new EraCertificateEntry("ERA-1", 7_250, day.AddDays(-1), day.AddYears(1)),
                    paper
                )
            ).Done
        );
        await ClaimDesk.Claim(house, await house.Somebody(), Numbers.Legal(1));
        var papers = await PaperDesk.In(house, room.Expert, room.Person, room.Firm);
        await papers.Drafted();
        Assert.True((await papers.Number(await papers.Drafted())).Done);
        // A draft is its author's alone; what was sent in is the experts' too.
        var databank = new Databank(house);
        await databank.Applicant();
        var applicant = await house.Somebody();
        Assert.True((await databank.Save(applicant, null, Databank.Answers()[0])).Done);
        // So is a campaign until its call: one of each, of a province and of the country.
        var campaigns = new CampaignHouse(
            house,
            await CampaignHouse.Secretary(house, Provinces.Country)
        );
        await campaigns.Draft();
        await campaigns.Draft(Elsewhere);
        await campaigns.Called(LineRoom.Province);
        var office = house.As(room.Expert);
        var recorded = await new RecordConsortium(office, house.ChangesOf(office), house.Clock).Run(
            new ConsortiumProfile("پسته", LineRoom.Province, "12", day.AddDays(-9))
        );
        Assert.True(recorded.Done);
        Assert.True(
            (
                await new AddMember(office, house.ChangesOf(office), house.Clock).Run(
                    recorded.Value,
                    room.Firm,
                    day.AddDays(-5)
                )
            ).Done
        );
    }
}
