using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Desk;

/// <summary>For whoever keeps the accounts of the whole country: how many there are, and how many came in each of the last weeks.</summary>
internal sealed class PeopleByWeek(KarvanContext db, TimeProvider clock, PageTexts words)
    : IDeskFigures
{
    private const int Weeks = 8;

    public async Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!GrantReach.IsNational(actor))
        {
            return [];
        }
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var days = DeskPeriods.Weeks(today, Weeks);
        var (before, weeks) = await db.Users.CountByPeriod(
            p => p.JoinedAt,
            [.. days.Select(TehranTime.StartOf)],
            cancellation
        );
        return
        [
            new(
                words["figure.people"],
                PageTexts.Name(words.Number(before + weeks.Sum())),
                Links.People.Index,
                SmallChart.OfCounts(
                    words["figure.joined-by-week"],
                    days.Zip(weeks, (day, count) => (words.Day(day), (long)count)),
                    words
                )
            ),
        ];
    }
}
