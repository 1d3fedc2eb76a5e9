using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Consortia.Desk;

/// <summary>The registered consortia that somebody may see, by the solar year of their registration.</summary>
internal sealed class ConsortiaByYear(KarvanContext db, TimeProvider clock, PageTexts words)
    : IDeskFigures
{
    private const int Years = 6;

    public async Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation)
    {
        if (
            !Decision.AllowsSome(actor, ConsortiaActs.ReadConsortium) || actor.ActingFor is not null
        )
        {
            return [];
        }
        var last = SolarDate.Year(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime));
        var years = Enumerable.Range(last - Years + 1, Years).ToList();
        var (before, counts) = await db
            .Consortia.Where(c => c.State == ConsortiumState.Registered)
            .CountByPeriod(c => c.RegisteredOn, [.. years.Select(FirstDay)], cancellation);
        return
        [
            new(
                words["figure.consortia"],
                PageTexts.Name(words.Number(before + counts.Sum())),
                Links.Consortia.Index.With("f-state", "Registered"),
                SmallChart.OfCounts(
                    words["figure.by-year"],
                    years.Zip(
                        counts,
                        (year, count) => (PageTexts.Name(words.Year(year)), (long)count)
                    ),
                    words
                )
            ),
        ];
    }

    private static DateOnly FirstDay(int year) =>
        SolarCalendar.TryDay(year, 1, 1, out var number, out _)
            ? DateOnly.FromDayNumber(number)
            : throw new ArgumentOutOfRangeException(nameof(year), year, "No year of the calendar.");
}
