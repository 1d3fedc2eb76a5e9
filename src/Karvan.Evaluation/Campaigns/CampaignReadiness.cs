using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

/// <summary>What may be asked of a campaign before a move; the table of moves names those that hold one up.</summary>
public enum Need
{
    /// <summary>The catalog has the pinned rulebook, with the very same content.</summary>
    Rulebook,

    /// <summary>Every day is set, in order, and the last day of filing is not over.</summary>
    Calendar,

    /// <summary>A province takes part.</summary>
    Places,

    /// <summary>No reading of the rulebook is undecided.</summary>
    Readings,

    /// <summary>The days are set, and fall on days on which offices work, in years whose holidays are all on record.</summary>
    WorkingDays,

    /// <summary>Every province that takes part has customs lines of every year of the rulebook.</summary>
    Data,

    /// <summary>No firm has begun a dossier: what they filed by stands.</summary>
    NoDossiers,

    /// <summary>The last day of filing, grace included, is over for everybody.</summary>
    FilingOver,

    /// <summary>No reviewer has opened a dossier: what is decided on stays as it was filed.</summary>
    NoReviewBegun,

    /// <summary>Every item is decided, and the newest result has all of it.</summary>
    AllDecided,

    /// <summary>The committee approved the newest result.</summary>
    Approved,

    /// <summary>The day before which results are told to nobody has come.</summary>
    EmbargoOver,
}

/// <summary>What is known of one need.</summary>
/// <param name="Details">What is missing: days by the name of their field, readings by id, <c>province/year</c> of data.</param>
public sealed record NeedFound(Need Need, bool IsMet, IReadOnlyList<string> Details);

/// <summary>
/// What is asked of a campaign before its moves, computed anew each time it is looked at; what the call needs is the list that a
/// secretary goes through.
/// </summary>
public sealed class CampaignReadiness(
    KarvanContext db,
    IRulebooks rulebooks,
    ReferenceShelf shelf,
    IFiledDossiers filed,
    IBegunReviews reviews,
    IComputedResults computed,
    IApprovedResults approved,
    TimeProvider clock
)
{
    /// <returns>Every need, in the order of <see cref="Need"/>.</returns>
    public async Task<IReadOnlyList<NeedFound>> Of(
        Campaign campaign,
        CancellationToken cancellation = default
    ) =>
        [
            Rulebook(campaign),
            Calendar(campaign),
            new(Need.Places, campaign.Places.Count > 0, []),
            Readings(campaign),
            await WorkingDays(campaign, cancellation),
            await Data(campaign, cancellation),
            await NoDossiers(campaign, cancellation),
            await FilingOver(campaign, cancellation),
            new(Need.NoReviewBegun, !await reviews.Any(campaign.Id, cancellation), []),
            new(Need.AllDecided, await computed.IsWhole(campaign.Id, cancellation), []),
            new(Need.Approved, await approved.IsApproved(campaign.Id, cancellation), []),
            EmbargoOver(campaign),
        ];

    private async Task<NeedFound> NoDossiers(Campaign campaign, CancellationToken cancellation) =>
        new(Need.NoDossiers, !await filed.Any(campaign.Id, cancellation), []);

    private async Task<NeedFound> FilingOver(Campaign campaign, CancellationToken cancellation)
    {
        var last = await filed.LastDay(campaign.Id, cancellation);
        var all = campaign.Calendar.LastFilingDay;
        var day = last > all || all is null ? last : all;
        return new(
            Need.FilingOver,
            day < TehranTime.DayOf(clock.GetUtcNow().UtcDateTime),
            day is null ? [] : [nameof(CampaignCalendar.FilingEnds)]
        );
    }

    private NeedFound EmbargoOver(Campaign campaign) =>
        new(
            Need.EmbargoOver,
            campaign.EmbargoEnds <= TehranTime.DayOf(clock.GetUtcNow().UtcDateTime),
            [nameof(CampaignCalendar.EmbargoEnds)]
        );

    private NeedFound Rulebook(Campaign campaign) =>
        new(Need.Rulebook, rulebooks.Find(campaign.Rulebook) is not null, []);

    private NeedFound Calendar(Campaign campaign)
    {
        var calendar = campaign.Calendar;
        var wrong = calendar
            .Days.Where(d => d.Day is null)
            .Select(d => d.Name)
            .Concat(calendar.OutOfOrder)
            .ToList();
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        if (wrong.Count == 0 && calendar.LastFilingDay < today)
        {
            wrong.Add(nameof(calendar.FilingEnds));
        }
        return new(Need.Calendar, wrong.Count == 0, wrong);
    }

    private NeedFound Readings(Campaign campaign)
    {
        List<string> open =
        [
            .. rulebooks
                .Find(campaign.Rulebook)
                ?.Readings.Where(r => r.Decided is null)
                .Select(r => r.Id)
                ?? [],
        ];
        return new(Need.Readings, open.Count == 0, open);
    }

    private async Task<NeedFound> WorkingDays(Campaign campaign, CancellationToken cancellation)
    {
        var days = await shelf.WorkingDays(cancellation);
        List<string> off =
        [
            .. campaign
                .Calendar.Days.Where(d =>
                    d.Day is not { } day || !days.Knows(day) || !days.IsWorking(day)
                )
                .Select(d => d.Name),
        ];
        return new(Need.WorkingDays, off.Count == 0, off);
    }

    private async Task<NeedFound> Data(Campaign campaign, CancellationToken cancellation)
    {
        var years = rulebooks.Find(campaign.Rulebook)?.Years.All ?? [];
        var provinces = campaign.Places.Select(p => p.Province).ToList();
        var known = await (
            from sum in db.Set<TradeSum>()
            join state in db.Set<TradeSumState>()
                on new { sum.Province, sum.Generation } equals new
                {
                    state.Province,
                    state.Generation,
                }
            where provinces.Contains(sum.Province) && !sum.IsImport && sum.Kind == SumKind.Country
            select new { sum.Province, sum.SolarYear }
        )
            .Distinct()
            .ToListAsync(cancellation);
        var there = known.Select(k => (k.Province, k.SolarYear)).ToHashSet();
        List<string> missing =
        [
            .. from province in provinces.Order(StringComparer.Ordinal)
            from year in years.Order()
            where !there.Contains((province, year))
            select $"{province}/{year}",
        ];
        return new(Need.Data, provinces.Count > 0 && missing.Count == 0, missing);
    }
}
