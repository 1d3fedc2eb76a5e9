namespace Karvan.Evaluation.Campaigns;

/// <summary>
/// The days of a campaign, in their order; null where one is not set yet. A day that something ends on is its last: it is over
/// at the midnight of Tehran after it, and after the days of grace that stand beside it. Where none stand, there is no grace.
/// </summary>
public sealed record CampaignCalendar
{
    /// <summary>From this day on firms file.</summary>
    public DateOnly? FilingOpens { get; init; }

    /// <summary>The last day on which a dossier is submitted.</summary>
    public DateOnly? FilingEnds { get; init; }

    /// <summary>Told to everybody beside the day, and 0 unless the secretary sets it.</summary>
    public int FilingGrace { get; init; }

    /// <summary>The last day for answers to what reviewers ask.</summary>
    public DateOnly? AnswersEnd { get; init; }

    /// <summary>The last day of the reviews.</summary>
    public DateOnly? ReviewEnds { get; init; }

    public DateOnly? CommitteeMeets { get; init; }

    /// <summary>Until this day results are told to nobody but those who are to prepare the announcement.</summary>
    public DateOnly? EmbargoEnds { get; init; }

    /// <summary>The last day on which an objection is filed.</summary>
    public DateOnly? ObjectionsEnd { get; init; }

    /// <summary>Each by the name of its field, in the order in which they come.</summary>
    public IReadOnlyList<(string Name, DateOnly? Day)> Days =>
        [
            (nameof(FilingOpens), FilingOpens),
            (nameof(FilingEnds), FilingEnds),
            (nameof(AnswersEnd), AnswersEnd),
            (nameof(ReviewEnds), ReviewEnds),
            (nameof(CommitteeMeets), CommitteeMeets),
            (nameof(EmbargoEnds), EmbargoEnds),
            (nameof(ObjectionsEnd), ObjectionsEnd),
        ];

    /// <summary>Whether every day is set.</summary>
    public bool IsWhole => Days.All(d => d.Day is not null);

    /// <summary>The last day on which filing is still in time, grace included.</summary>
    public DateOnly? LastFilingDay => FilingEnds?.AddDays(FilingGrace);

    /// <summary>The fields of the days that lie before one that comes earlier in the order.</summary>
    public IReadOnlyList<string> OutOfOrder
    {
        get
        {
            var (wrong, latest) = (new List<string>(), DateOnly.MinValue);
            foreach (var (name, day) in Days)
            {
                if (day < latest)
                {
                    wrong.Add(name);
                }
                latest = day > latest ? day.Value : latest;
            }
            return wrong;
        }
    }

    internal CampaignRefusal? Fault =>
        FilingGrace < 0 ? CampaignRefusal.GraceNegative
        : OutOfOrder.Count > 0 ? CampaignRefusal.DaysOutOfOrder
        : null;

    /// <summary>Whether a day, or the grace, is taken back from those who were told another one.</summary>
    internal bool IsBefore(CampaignCalendar told) =>
        FilingGrace < told.FilingGrace
        || Days.Zip(told.Days).Any(d => d.First.Day < d.Second.Day && !IsBeginning(d.First.Name));

    private static bool IsBeginning(string name) => name is nameof(FilingOpens);
}
