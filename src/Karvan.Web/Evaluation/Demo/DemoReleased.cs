using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Registry.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>A campaign that is over: its committee met and approved the result, and every firm has its score card.</summary>
internal sealed class DemoReleased(
    KarvanContext db,
    DemoRun run,
    MoveCampaign move,
    GiveSeat give,
    OpenMeeting open,
    NoteAttendance attend,
    DecideTie decide,
    CloseMeeting close,
    ReleaseResult release,
    IRulebooks rulebooks,
    TimeProvider clock
) : IDemoPart
{
    private const int Firms = 7;
    private const int DaysBack = 80;

    private static readonly SeatEntry[] Seats =
    [
        new("سازمان صنعت، معدن و تجارت استان", "ناهید رستگار", true),
        new("اتاق بازرگانی استان", "بهمن کاویانی", false),
        new("گمرک استان", "شیرین یزدی", false),
    ];

    public int Place => 93;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var year = rulebooks.All[0].Year;
        var campaign = await run.Of(
            basis,
            (
                $"انتخاب صادرکنندگان برگزیدهٔ کرمان، دورهٔ آزمایشی {Language.Persian.Year(year)}",
                $"Exemplary exporters of Kerman, trial of {year}"
            ),
            Firms,
            left: 0,
            DaysBack,
            cancellation
        );
        if (!await db.CampaignResults.AnyAsync(r => r.CampaignId == campaign, cancellation))
        {
            return;
        }
        var version = await Version(campaign, cancellation);
        _ = (
            await move.Run(campaign, version, CampaignMoves.ToCommittee, cancellation: cancellation)
        ).Value;
        db.ChangeTracker.Clear();
        await Meet(campaign, cancellation);
        _ = (
            await release.Run(
                campaign,
                version + 1,
                "مراسم تقدیر در دی‌ماه برگزار می‌شود.",
                cancellation
            )
        ).Value;
        db.ChangeTracker.Clear();
    }

    private async Task Meet(Guid campaign, CancellationToken cancellation)
    {
        var seats = new List<Guid>();
        foreach (var seat in Seats)
        {
            seats.Add((await give.Run(campaign, seat, cancellation)).Value.Id);
        }
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var meeting = (
            await open.Run(
                campaign,
                new MeetingEntry(today, seats.Count - 1, "بررسی نتیجهٔ داوری و تصویب فهرست"),
                cancellation
            )
        ).Value;
        db.ChangeTracker.Clear();
        var held = (
            await attend.Run(
                meeting.Id,
                0,
                [.. seats.Select(s => (s, (string?)null))],
                cancellation
            )
        ).Value;
        var version = held.Version;
        db.ChangeTracker.Clear();
        var all = new Votes(seats.Count, 0, 0);
        foreach (var tied in await Tied(campaign, cancellation))
        {
            version = (
                await decide.Run(
                    meeting.Id,
                    version,
                    (tied.Province, tied.ProductGroup),
                    [.. tied.Level.Take(tied.Places).Select(l => l.Exporter)],
                    "رشد بیشتر صادرات در سه سال",
                    all,
                    cancellation
                )
            )
                .Value
                .Version;
            db.ChangeTracker.Clear();
        }
        _ = (
            await close.Run(meeting.Id, version, "نتیجه به اتفاق آرا تصویب شد.", all, cancellation)
        ).Value;
        db.ChangeTracker.Clear();
    }

    private async Task<IReadOnlyList<TiedPlaces>> Tied(Guid id, CancellationToken cancellation)
    {
        var campaign = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleAsync(c => c.Id == id, cancellation);
        var result = await db
            .CampaignResults.AsNoTracking()
            .Include(r => r.Rows)
            .SingleAsync(r => r.CampaignId == id, cancellation);
        return TiedPlaces.Of(result.Rows, campaign.Within, campaign.WinnersIn);
    }

    private Task<int> Version(Guid campaign, CancellationToken cancellation) =>
        db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Version).SingleAsync(cancellation);
}
