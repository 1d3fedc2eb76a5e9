using Karvan.Platform.Conversations;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Reference;

/// <summary>Days that are counted in working days from today, with the version of the list of holidays they were counted by.</summary>
public sealed class DueDays(KarvanContext db, TimeProvider clock)
{
    /// <summary>More are no deadline for an answer; what is longer is agreed on otherwise.</summary>
    public const int Most = 365;

    /// <param name="workingDays">1 to <see cref="Most"/>.</param>
    public async Task<DueDay> In(int workingDays, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workingDays, Most);
        var list = await HolidayList.Load(db, cancellation);
        return list.DueDay(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime), workingDays);
    }
}

/// <summary>The list of holidays at one time, as far as this change has brought it.</summary>
internal sealed record HolidayList(WorkingDays Days, int Version)
{
    public DueDay DueDay(DateOnly from, int workingDays) =>
        new(Days.Add(from, workingDays), workingDays, Version);

    /// <summary>With what the open change adds to it and takes from it.</summary>
    public static async Task<HolidayList> Load(KarvanContext db, CancellationToken cancellation)
    {
        await db.Set<Holiday>().LoadAsync(cancellation);
        var rows = db.Set<Holiday>().Local;
        return new HolidayList(
            WorkingDays.Of(rows.Where(h => h.WithdrawnAt is null)),
            rows.Sum(h => 1 + h.Version)
        );
    }
}

/// <summary>
/// A holiday was announced, corrected or taken out: days that are still to come are counted again. Whoever was told a day can
/// rely on it, so it is put later where the list asks for it and never earlier.
/// </summary>
public sealed class DueDaysFollow(KarvanContext db, TimeProvider clock)
    : IReact<ReferenceRowAdded>,
        IReact<ReferenceRowEdited>,
        IReact<ReferenceRowWithdrawn>,
        IReact<HolidaysImported>
{
    public Task React(ReferenceRowAdded happened, CancellationToken cancellation) =>
        CountAgain(happened.Subject, cancellation);

    public Task React(ReferenceRowEdited happened, CancellationToken cancellation) =>
        CountAgain(happened.Subject, cancellation);

    public Task React(ReferenceRowWithdrawn happened, CancellationToken cancellation) =>
        CountAgain(happened.Subject, cancellation);

    public Task React(HolidaysImported happened, CancellationToken cancellation) =>
        CountAgain(happened.Subject, cancellation);

    private async Task CountAgain(Subject list, CancellationToken cancellation)
    {
        if (list.Kind != nameof(Holiday))
        {
            return;
        }
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var open = await db.Set<Question>()
            .Where(q => q.AnsweredAt == null && q.WorkingDays != null && q.DueOn >= today)
            .ToListAsync(cancellation);
        if (open.Count == 0)
        {
            return;
        }
        var holidays = await HolidayList.Load(db, cancellation);
        foreach (var question in open)
        {
            question.CountAgain(
                holidays.DueDay(TehranTime.DayOf(question.AskedAt), question.WorkingDays!.Value)
            );
        }
    }
}
