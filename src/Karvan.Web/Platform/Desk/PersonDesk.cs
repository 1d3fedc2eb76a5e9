using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Notices;
using Karvan.Platform.Values;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Platform.Events;

namespace Karvan.Web.Platform.Desk;

/// <summary>The start page of somebody who is signed in.</summary>
/// <param name="Turn">What they have to do, the oldest first.</param>
/// <param name="Kinds">Kinds of which there is more than that.</param>
/// <param name="WithOthers">What they wait for.</param>
/// <param name="Next">What they can go on with.</param>
/// <param name="Notices">What they were told and have not seen yet, the newest first.</param>
/// <param name="Dates">Days of their firm that come, or went by lately.</param>
public sealed record PersonDesk(
    IReadOnlyList<WaitingRow> Turn,
    IReadOnlyList<PendingWork> Kinds,
    IReadOnlyList<WaitingRow> WithOthers,
    IReadOnlyList<DeskDate> Dates,
    IReadOnlyList<DeskFigure> Figures,
    News News,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<SuggestedStep> Next
);

/// <param name="Days">How long it has waited.</param>
public sealed record WaitingRow(Said Name, Said Kind, string Href, int Days);

/// <param name="IsOver">The day has gone by.</param>
public sealed record DeskDate(Said What, string? Href, DateOnly Day, bool IsOver);

/// <summary>Asks all modules what a start page shows.</summary>
internal sealed class DeskSearch(
    IEnumerable<IPendingWork> pending,
    IEnumerable<IDeskFigures> figures,
    IEnumerable<INextSteps> steps,
    NewsSearch news,
    ReadNotices notices,
    DeadlineSearch deadlines,
    DeskMemory memory,
    CurrentActor current,
    TimeProvider clock,
    PageTexts words
)
{
    private const int MostRows = 8;
    private const int MostNotices = 4;
    private const int DaysBack = 14;
    private const int DaysAhead = 60;

    public async Task<PersonDesk> Find(Actor actor, CancellationToken cancellation)
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var work = new List<PendingWork>();
        foreach (var part in pending)
        {
            work.AddRange(await part.Find(actor, cancellation));
        }
        var turn = Rows(work.Where(w => !w.IsWithOthers), today);
        return new PersonDesk(
            [.. turn.Take(MostRows)],
            turn.Count > MostRows || work.Exists(w => w.Total > w.Oldest.Count)
                ? [.. work.Where(w => !w.IsWithOthers && w.Total > 1)]
                : [],
            [.. Rows(work.Where(w => w.IsWithOthers), today).Take(MostRows)],
            actor.ActingFor is null ? [] : await Dates(today, cancellation),
            await memory.Figures(current, words, () => Figures(actor, cancellation)),
            await news.Find(actor, cancellation),
            actor.PersonId is { } person && current.NewNotices > 0
                ? await notices.New(person, MostNotices, cancellation)
                : [],
            await Next(actor, cancellation)
        );
    }

    private async Task<IReadOnlyList<SuggestedStep>> Next(
        Actor actor,
        CancellationToken cancellation
    )
    {
        var found = new List<SuggestedStep>();
        foreach (var part in steps)
        {
            found.AddRange(await part.Find(actor, cancellation));
        }
        return found;
    }

    private async Task<IReadOnlyList<DeskFigure>> Figures(
        Actor actor,
        CancellationToken cancellation
    )
    {
        var numbers = new List<DeskFigure>();
        foreach (var part in figures)
        {
            numbers.AddRange(await part.Find(actor, cancellation));
        }
        return numbers;
    }

    private static List<WaitingRow> Rows(IEnumerable<PendingWork> work, DateOnly today) =>
        [
            .. work.SelectMany(w => w.Oldest.Select(r => (Record: r, w.Kind)))
                .OrderBy(r => r.Record.Since)
                .Select(r => new WaitingRow(
                    r.Record.Name,
                    r.Kind,
                    r.Record.Href,
                    Math.Max(0, today.DayNumber - TehranTime.DayOf(r.Record.Since).DayNumber)
                )),
        ];

    /// <summary>Those of a firm are few; a province has as many as it has firms.</summary>
    private async Task<IReadOnlyList<DeskDate>> Dates(
        DateOnly today,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await deadlines.Between(
                    today.AddDays(-DaysBack),
                    today.AddDays(DaysAhead),
                    cancellation
                )
            ).Select(d => new DeskDate(
                words[$"deadline.{d.Kind.Name}"],
                SubjectLink.To(
                    d.Deadline.SubjectKind,
                    d.Deadline.SubjectId,
                    d.Deadline.EnterpriseId
                ),
                d.Deadline.Day,
                d.Deadline.Day < today
            )),
        ];
}
