using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Desk;

/// <summary>For staff, the firms that wait, by the week in which they came; for a firm, until when its ERA certificate holds.</summary>
internal sealed class FirmsWaiting(KarvanContext db, TimeProvider clock, PageTexts words)
    : IDeskFigures
{
    private const int Weeks = 8;

    public async Task<IReadOnlyList<DeskFigure>> Find(Actor actor, CancellationToken cancellation)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return actor.ActingFor is { } firm ? await Certificate(firm, today, cancellation)
            : Decision.AllowsSome(actor, RegistryActs.ReadEnterprise)
                ? [await Waiting(today, cancellation)]
            : [];
    }

    private async Task<DeskFigure> Waiting(DateOnly today, CancellationToken cancellation)
    {
        var days = DeskPeriods.Weeks(today, Weeks);
        var (before, weeks) = await db
            .Enterprises.Where(e => e.State == VerificationState.Waiting)
            .CountByPeriod(e => e.RegisteredAt, [.. days.Select(TehranTime.StartOf)], cancellation);
        return new DeskFigure(
            words["figure.firms-waiting"],
            PageTexts.Name(words.Number(before + weeks.Sum())),
            Links.Enterprises.Index.With("f-state", "Waiting").With("sort", "age"),
            SmallChart.OfCounts(
                words["figure.by-week"],
                days.Zip(weeks, (day, count) => (words.Day(day), (long)count))
                    .Prepend((words["figure.earlier"], before)),
                words
            )
        );
    }

    private async Task<IReadOnlyList<DeskFigure>> Certificate(
        Guid firm,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var inForce = await db
            .EraCertificates.Where(c =>
                c.EnterpriseId == firm
                && c.State == EraCertificateState.Accepted
                && c.IssuedOn <= today
                && c.ExpiresOn >= today
            )
            .OrderByDescending(c => c.ExpiresOn)
            .Select(c => new { c.Id, c.ExpiresOn })
            .FirstOrDefaultAsync(cancellation);
        return inForce is null
            ? []
            :
            [
                new(
                    words["figure.certificate"],
                    words.Day(inForce.ExpiresOn),
                    Links.Era.Certificate(firm, inForce.Id)
                ),
            ];
    }
}
