using Karvan.Evaluation.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Campaigns;

/// <summary>The rulebook that a campaign goes by, pinned: results are recomputed from the very same content.</summary>
/// <param name="Id">Of its family.</param>
/// <param name="Hash">SHA-256 over its content with the readings chosen in it, as every result carries it.</param>
public sealed record RulebookPin(string Id, int Year, int Version, string Hash);

/// <summary>What a form holds of a campaign, apart from its days and its places.</summary>
/// <param name="Province">Two-digit code where a province's own secretariat runs it; null for one over several provinces.</param>
public sealed record CampaignProfile(
    string NameFa,
    string? NameEn,
    string? Province,
    RulebookPin Rulebook,
    RankedWithin Within,
    ReviewMode Review
);

/// <summary>
/// One year's choice of exemplary exporters in one or several provinces (document R): by which rulebook, when, and for how
/// many places.
/// </summary>
public sealed class Campaign : IOwned
{
    private readonly List<CampaignPlaces> places = [];

    private Campaign() { }

    public Guid Id { get; private set; }

    [Field("campaign.name-fa", Longest = Lengths.Name)]
    public string NameFa { get; private set; } = "";

    [Field("campaign.name-en", Longest = Lengths.Name)]
    public string? NameEn { get; private set; }

    /// <summary>Null where it runs over several provinces, from their common secretariat.</summary>
    [Field(
        "campaign.province",
        Hint = "campaign.province-hint",
        Kind = FieldKind.Province,
        Length = FieldLength.Middle
    )]
    public string? Province { get; private set; }

    [Field("campaign.rulebook", Longest = Lengths.Name)]
    public string RulebookId { get; private set; } = "";

    [Field("campaign.rulebook-year")]
    public int RulebookYear { get; private set; }

    [Field("campaign.rulebook-version")]
    public int RulebookVersion { get; private set; }

    [Field("campaign.rulebook-hash", Longest = 64)]
    public string RulebookHash { get; private set; } = "";

    [Field("campaign.within", Values = "campaign.within.")]
    public RankedWithin Within { get; private set; }

    [Field("campaign.review", Values = "campaign.review.")]
    public ReviewMode Review { get; private set; }

    public CampaignState State { get; private set; }

    [Field("campaign.filing-opens")]
    public DateOnly? FilingOpens { get; private set; }

    [Field("campaign.filing-ends")]
    public DateOnly? FilingEnds { get; private set; }

    /// <summary>Told to everybody beside the day; 0 unless the secretary sets it.</summary>
    [Field(
        "campaign.filing-grace",
        Hint = "campaign.filing-grace-hint",
        Length = FieldLength.Narrow
    )]
    public int FilingGrace { get; private set; }

    [Field("campaign.answers-end")]
    public DateOnly? AnswersEnd { get; private set; }

    [Field("campaign.review-ends")]
    public DateOnly? ReviewEnds { get; private set; }

    [Field("campaign.committee-meets")]
    public DateOnly? CommitteeMeets { get; private set; }

    [Field("campaign.embargo-ends", Hint = "campaign.embargo-ends-hint")]
    public DateOnly? EmbargoEnds { get; private set; }

    [Field("campaign.objections-end")]
    public DateOnly? ObjectionsEnd { get; private set; }

    /// <summary>Its days together; each stands in a column of its own, so that the record of changes names it.</summary>
    public CampaignCalendar Calendar
    {
        get =>
            new()
            {
                FilingOpens = FilingOpens,
                FilingEnds = FilingEnds,
                FilingGrace = FilingGrace,
                AnswersEnd = AnswersEnd,
                ReviewEnds = ReviewEnds,
                CommitteeMeets = CommitteeMeets,
                EmbargoEnds = EmbargoEnds,
                ObjectionsEnd = ObjectionsEnd,
            };
        private set
        {
            (FilingOpens, FilingEnds, FilingGrace) = (
                value.FilingOpens,
                value.FilingEnds,
                value.FilingGrace
            );
            (AnswersEnd, ReviewEnds, CommitteeMeets) = (
                value.AnswersEnd,
                value.ReviewEnds,
                value.CommitteeMeets
            );
            (EmbargoEnds, ObjectionsEnd) = (value.EmbargoEnds, value.ObjectionsEnd);
        }
    }

    /// <summary>Rises with every change, of its days and places too.</summary>
    public int Version { get; private set; }

    public string SearchKey { get; private set; } = "";

    [NotRecorded]
    [SortKeyOf(nameof(NameFa))]
    public string SortKey { get; private set; } = "";

    public IReadOnlyList<CampaignPlaces> Places => places;

    public RulebookPin Rulebook => new(RulebookId, RulebookYear, RulebookVersion, RulebookHash);

    /// <summary>Places of a province; 0 where it takes no part.</summary>
    public int WinnersIn(string province) => places.Find(p => p.Province == province)?.Winners ?? 0;

    /// <summary>How many stand in line in a province; 0 where it takes no part.</summary>
    public int ReserveIn(string province) => places.Find(p => p.Province == province)?.Reserve ?? 0;

    /// <summary>How many reviewers look at each dossier.</summary>
    public int Reviewers => Review is ReviewMode.Two ? 2 : 1;

    public bool IsCalled => State is not CampaignState.Draft;

    public Subject Subject =>
        SubjectIn(Province, Id) with
        {
            State = IsCalled ? EvaluationActs.Called : null,
        };

    public static Subject SubjectIn(string? province, Guid? id = null) =>
        new(nameof(Campaign), id, Body.TradePromotion, province);

    internal static Campaign Draft(CampaignProfile profile)
    {
        var made = new Campaign { Id = Guid.CreateVersion7() };
        made.Take(profile);
        return made;
    }

    /// <summary>Only before its call: firms file by what was called.</summary>
    internal CampaignRefusal? Edit(CampaignProfile profile)
    {
        if (IsCalled)
        {
            return CampaignRefusal.Called;
        }
        Take(profile);
        if (Province is { } own)
        {
            places.RemoveAll(p => p.Province != own);
        }
        Version++;
        return null;
    }

    /// <summary>Freely before the call; from then on a day may only be moved to a later one, with a reason.</summary>
    internal CampaignRefusal? SetDays(CampaignCalendar calendar, string? reason)
    {
        if (calendar.Fault is { } fault)
        {
            return fault;
        }
        if (IsCalled)
        {
            if (!calendar.IsWhole || calendar.IsBefore(Calendar))
            {
                return CampaignRefusal.DayEarlier;
            }
            if (string.IsNullOrWhiteSpace(reason))
            {
                return CampaignRefusal.NoReason;
            }
        }
        Calendar = calendar;
        Version++;
        return null;
    }

    /// <param name="asked">Of the provinces that take part, each once.</param>
    internal CampaignRefusal? SetPlaces(IReadOnlyList<ProvincePlaces> asked)
    {
        if (IsCalled)
        {
            return CampaignRefusal.Called;
        }
        if (Province is { } own && asked.Any(p => p.Province != own))
        {
            return CampaignRefusal.OtherProvince;
        }
        places.RemoveAll(p => asked.All(a => a.Province != p.Province));
        foreach (var one in asked)
        {
            if (places.Find(p => p.Province == one.Province) is { } known)
            {
                known.Set(one);
            }
            else
            {
                places.Add(new CampaignPlaces(Id, one));
            }
        }
        Version++;
        return null;
    }

    internal void Move(CampaignState to)
    {
        State = to;
        Version++;
    }

    private void Take(CampaignProfile profile)
    {
        NameFa = profile.NameFa.Trim();
        NameEn = string.IsNullOrWhiteSpace(profile.NameEn) ? null : profile.NameEn.Trim();
        Province = profile.Province;
        (RulebookId, RulebookYear, RulebookVersion, RulebookHash) = profile.Rulebook;
        (Within, Review) = (profile.Within, profile.Review);
        SearchKey = PersianText.SearchKey([NameFa, NameEn]);
    }
}

/// <summary>How many places a province gives.</summary>
/// <param name="Winners">At least 1; of each product group where exporters are ranked by province and group.</param>
/// <param name="Reserve">How many stand in line behind them, 0 or more.</param>
public sealed record ProvincePlaces(string Province, int Winners, int Reserve);

/// <summary>A province that takes part in a campaign, with its places.</summary>
public sealed class CampaignPlaces
{
    private CampaignPlaces() { }

    internal CampaignPlaces(Guid campaign, ProvincePlaces asked)
    {
        (Id, CampaignId, Province) = (Guid.CreateVersion7(), campaign, asked.Province);
        Set(asked);
    }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }

    [Field("enterprise.province", Kind = FieldKind.Province)]
    public string Province { get; private set; } = "";

    [Field("campaign.winners")]
    public int Winners { get; private set; }

    [Field("campaign.reserve")]
    public int Reserve { get; private set; }

    internal void Set(ProvincePlaces asked) => (Winners, Reserve) = (asked.Winners, asked.Reserve);
}
