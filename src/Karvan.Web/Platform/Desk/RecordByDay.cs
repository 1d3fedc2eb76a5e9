using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Pages.Audit;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Desk;

/// <summary>For those who read the record of changes: what was done on each of the last days.</summary>
internal sealed class RecordByDay(KarvanContext db, TimeProvider clock, PageTexts words)
    : IDeskFigures
{
    private const int Days = 14;

    public async Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, PlatformActs.ReadAudit))
        {
            return [];
        }
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var days = DeskPeriods.Days(today, Days);
        var chains = ReadableChains.Of(actor);
        var first = TehranTime.StartOf(days[0]);
        var (_, counts) = await db
            .AuditEvents.Where(e => e.At >= first && chains.Contains(e.Chain))
            .CountByPeriod(e => e.At, [.. days.Select(TehranTime.StartOf)], cancellation);
        return
        [
            new(
                words["figure.events"],
                PageTexts.Name(words.Number(counts[^1])),
                Links.Audit.Index,
                SmallChart.OfCounts(
                    words["figure.by-day"],
                    days.Zip(counts, (day, count) => (words.Day(day), (long)count)),
                    words
                )
            ),
        ];
    }
}
