using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Calendars;
using Karvan.Web.Platform.Delivery;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Calendar;

/// <param name="Name">Of the solar month, with its year.</param>
public sealed record CalendarMonth(Said Name, IReadOnlyList<CalendarDate> Dates);

/// <param name="IsOver">The day has gone by.</param>
public sealed record CalendarDate(Said What, string About, string? Href, DateOnly Day, bool IsOver);

/// <summary>The deadlines that somebody sees, by month, and the address at which a calendar program reads them.</summary>
[Asks(nameof(PlatformActs.ManageOwnAccount))]
public sealed class CalendarModel(
    DeadlineSearch deadlines,
    CalendarKeys keys,
    PublicAddress address,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    public const int DaysBack = 30;
    public const int DaysAhead = 365;

    /// <summary>A province has as many as it has firms; the nearest come first.</summary>
    public const int Most = 300;

    public IReadOnlyList<CalendarMonth> Months { get; private set; } = [];

    public bool IsCut { get; private set; }

    /// <summary>Since when there is an address for programs.</summary>
    public DateTime? Since { get; private set; }

    /// <summary>The address, right after it was made.</summary>
    public string? Address { get; private set; }

    public Task OnGetAsync() => Fill();

    public async Task OnPostMakeAsync()
    {
        var secret = await keys.Make(Person, HttpContext.RequestAborted);
        Address = address.Of(CalendarFeed.PathOf(secret));
        await Fill();
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await keys.Withdraw(Person, HttpContext.RequestAborted);
        return Redirect(Links.Calendar.Index);
    }

    private async Task Fill()
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        Since = await keys.Since(Person, HttpContext.RequestAborted);
        var found = await deadlines.Between(
            today.AddDays(-DaysBack),
            today.AddDays(DaysAhead),
            HttpContext.RequestAborted
        );
        IsCut = found.Count > Most;
        Months =
        [
            .. found
                .Take(Most)
                .GroupBy(f => SolarDate.MonthOf(f.Deadline.Day))
                .Select(month => new CalendarMonth(
                    Named(month.Key.Year, month.Key.Month),
                    [
                        .. month.Select(f => new CalendarDate(
                            words[$"deadline.{f.Kind.Name}"],
                            f.Deadline.About,
                            SubjectLink.To(
                                f.Deadline.SubjectKind,
                                f.Deadline.SubjectId,
                                f.Deadline.EnterpriseId
                            ),
                            f.Deadline.Day,
                            f.Deadline.Day < today
                        )),
                    ]
                )),
        ];
    }

    private Said Named(int year, int month) =>
        words[
            "calendar.month",
            ("month", Said.Straight(words["date.months"].Bare.Split('|')[month - 1])),
            ("year", Said.Straight(words.Year(year)))
        ];
}
