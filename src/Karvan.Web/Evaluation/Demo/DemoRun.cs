using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Results;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Registry.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>Runs a campaign of one province from its call to a computed result.</summary>
internal sealed class DemoRun(
    KarvanContext db,
    DemoPeople people,
    DemoFiler filer,
    DraftCampaign draft,
    SetCampaignDays days,
    SetCampaignPlaces places,
    MoveCampaign move,
    AssignReview assign,
    ClearReview clear,
    DecideItem decide,
    FinishReview finish,
    EnterCurrencyObligation obligation,
    EnterViolationCase violation,
    ComputeResult compute,
    IRulebooks rulebooks,
    TimeProvider clock
)
{
    /// <summary>That of the trade side's expert and of the reviewer.</summary>
    public const string Province = "08";

    /// <param name="firms">How many file.</param>
    /// <param name="left">How many reviews are left to whoever tries the demo.</param>
    /// <param name="back">How many days ago it began.</param>
    public async Task<Guid> Of(
        DemoBasis basis,
        (string Fa, string En) name,
        int firms,
        int left,
        int back,
        CancellationToken cancellation
    )
    {
        var filing = basis
            .Firms.Where(f => f.Province == Province && f.State is VerificationState.Verified)
            .Take(firms)
            .ToList();
        var campaign = await Call(name, cancellation);
        var book = rulebooks.All[0];
        var reviewer = basis.People["reviewer"];
        var given = new List<Guid>();
        foreach (var (firm, place) in filing.Select((f, i) => (f, i)))
        {
            var dossier = await filer.File(campaign, book, firm, (place, true), cancellation);
            db.ChangeTracker.Clear();
            given.Add((await assign.Run(dossier, reviewer.Id, 1, cancellation)).Value.Id);
            await Enter(firm, place, book.Years.Last, cancellation);
        }
        await Pass(campaign.Id, back, cancellation);
        foreach (var review in given.SkipLast(left))
        {
            await Review(reviewer, review, cancellation);
        }
        if (filing.Count > 0)
        {
            _ = (await compute.Run(campaign.Id, cancellation)).Value;
        }
        db.ChangeTracker.Clear();
        return campaign.Id;
    }

    private async Task<Campaign> Call((string Fa, string En) name, CancellationToken cancellation)
    {
        var book = rulebooks.All[0];
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var made = (
            await draft.Run(
                new CampaignProfile(
                    name.Fa,
                    name.En,
                    Province,
                    IRulebooks.Pin(book),
                    RankedWithin.Province,
                    ReviewMode.One
                ),
                cancellation
            )
        ).Value;
        await places.Run(made, 0, [new ProvincePlaces(Province, 2, 1)], cancellation);
        await days.Run(
            made,
            1,
            new CampaignCalendar
            {
                FilingOpens = today,
                FilingEnds = today,
                AnswersEnd = today.AddDays(40),
                ReviewEnds = today.AddDays(50),
                CommitteeMeets = today.AddDays(60),
                EmbargoEnds = today.AddDays(70),
                ObjectionsEnd = today.AddDays(90),
            },
            cancellation: cancellation
        );
        await move.Run(made, 2, CampaignMoves.Call, cancellation: cancellation);
        db.ChangeTracker.Clear();
        return await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleAsync(c => c.Id == made, cancellation);
    }

    /// <summary>Time passes: its days lie back, as no use case would have it.</summary>
    private async Task Pass(Guid id, int back, CancellationToken cancellation)
    {
        await db
            .Campaigns.Where(c => c.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.FilingOpens, c => c.FilingOpens!.Value.AddDays(-back))
                        .SetProperty(c => c.FilingEnds, c => c.FilingEnds!.Value.AddDays(-back))
                        .SetProperty(c => c.AnswersEnd, c => c.AnswersEnd!.Value.AddDays(-back))
                        .SetProperty(c => c.ReviewEnds, c => c.ReviewEnds!.Value.AddDays(-back))
                        .SetProperty(
                            c => c.CommitteeMeets,
                            c => c.CommitteeMeets!.Value.AddDays(-back)
                        )
                        .SetProperty(c => c.EmbargoEnds, c => c.EmbargoEnds!.Value.AddDays(-back))
                        .SetProperty(
                            c => c.ObjectionsEnd,
                            c => c.ObjectionsEnd!.Value.AddDays(-back)
                        ),
                cancellation
            );
        db.ChangeTracker.Clear();
        _ = (await move.Run(id, 3, CampaignMoves.BeginReview, cancellation: cancellation)).Value;
        db.ChangeTracker.Clear();
    }

    private async Task Enter(Enterprise firm, int place, int year, CancellationToken cancellation)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        await obligation.Run(
            firm.Id,
            new ObligationEntry(
                year,
                CurrencyObligation.Whole / (place + 1),
                place < 3,
                today.AddDays(-20),
                "بانک مرکزی، فهرست نمونه"
            ),
            cancellation
        );
        if (place == 1)
        {
            await violation.Run(
                firm.Id,
                new CaseEntry(
                    ViolationKind.Violation,
                    "N-1",
                    today.AddDays(-200),
                    "سازمان تعزیرات، نامهٔ نمونه"
                ),
                cancellation
            );
        }
    }

    private async Task Review(Person reviewer, Guid review, CancellationToken cancellation)
    {
        Grant[] grants =
        [
            .. await db
                .Grants.AsNoTracking()
                .Where(g => g.PersonId == reviewer.Id)
                .ToListAsync(cancellation),
        ];
        await people.As(
            reviewer,
            grants,
            null,
            async () =>
            {
                var version = (await clear.Run(review, 0, cancellation)).Value.Version;
                foreach (var item in await Items(review, cancellation))
                {
                    var done = await decide.Run(
                        review,
                        version,
                        item.Id,
                        new Finding(
                            ReviewDecision.Accepted,
                            item.Hundredths,
                            item.Level,
                            null,
                            null
                        ),
                        cancellation
                    );
                    version = done.Value.Version;
                }
                return await finish.Run(review, version, cancellation);
            }
        );
        db.ChangeTracker.Clear();
    }

    private Task<List<Karvan.Evidence.Items.EvidenceItem>> Items(
        Guid review,
        CancellationToken cancellation
    ) =>
        (
            from given in db.ReviewAssignments
            join item in db.Set<Karvan.Evidence.Items.EvidenceItem>()
                .IgnoreQueryFilters([QueryFilters.Seen])
                on given.DossierId equals item.OwnerId
            where given.Id == review && item.RemovedAt == null && item.ProofId == null
            select item
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
}
