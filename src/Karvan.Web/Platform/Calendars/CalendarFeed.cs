using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Karvan.Platform.Accounts;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Modules;
using Karvan.Platform.Values;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Platform.Events;

namespace Karvan.Web.Platform.Calendars;

/// <summary>
/// A person's deadlines as a calendar program reads them (RFC 5545): an event of a whole day for each, without a time zone,
/// since a deadline is a day of Tehran wherever its reader is. The secret in the address says whose they are.
/// </summary>
internal static class CalendarFeed
{
    private const string Path = "/calendar/feed/";
    private const string Type = "text/calendar; charset=utf-8";
    private const int DaysBack = 90;
    private const int DaysAhead = 730;

    /// <summary>What programs take at one time; the nearest come first.</summary>
    private const int Most = 1000;

    public static string PathOf(string secret) => $"{Path}{secret}.ics";

    public static void MapCalendarFeed(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path + "{secret}.ics", Get);

    private static async Task<IResult> Get(
        string secret,
        CalendarKeys keys,
        CurrentActor current,
        DeadlineSearch deadlines,
        TextBook book,
        PublicAddress address,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await keys.Find(secret, cancellation) is not { } reader)
        {
            return Results.NotFound();
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var today = TehranTime.DayOf(now);
        var found = new List<(DeadlineKind Kind, Deadline Deadline)>();
        foreach (var turn in reader.Turns)
        {
            current.Be(turn);
            found.AddRange(
                await deadlines.Between(
                    today.AddDays(-DaysBack),
                    today.AddDays(DaysAhead),
                    cancellation
                )
            );
        }
        var words = new PageTexts(book, Languages.Of(reader.Language));
        var calendar = new Ical.Net.Calendar { ProductId = "-//Karvan//Deadlines//EN" };
        calendar.AddProperty("X-WR-CALNAME", words["calendar.feed-name"].Bare);
        calendar.Events.AddRange(
            found
                .DistinctBy(f => (f.Kind.Name, f.Deadline.SubjectId, f.Deadline.Day))
                .OrderBy(f => f.Deadline.Day)
                .Take(Most)
                .Select(f => Event(f.Kind, f.Deadline, now, words, address))
        );
        return Results.Text(
            new CalendarSerializer().SerializeToString(calendar),
            Type,
            Encoding.UTF8
        );
    }

    private static CalendarEvent Event(
        DeadlineKind kind,
        Deadline deadline,
        DateTime now,
        PageTexts words,
        PublicAddress address
    )
    {
        var link = SubjectLink.To(deadline.SubjectKind, deadline.SubjectId, deadline.EnterpriseId);
        return new CalendarEvent
        {
            Uid = $"{kind.Name}-{deadline.SubjectId}@karvan",
            Summary = words[
                "calendar.date",
                ("what", words[$"deadline.{kind.Name}"]),
                ("about", PageTexts.Name(deadline.About))
            ].Bare,
            Description = words.Day(deadline.Day).Bare,
            Start = new CalDateTime(deadline.Day),
            End = new CalDateTime(deadline.Day.AddDays(1)),
            DtStamp = new CalDateTime(now),
            // A last day keeps nobody from being asked to a meeting.
            Transparency = "TRANSPARENT",
            Url = link is null ? null : new Uri(address.Of(link)),
        };
    }
}
