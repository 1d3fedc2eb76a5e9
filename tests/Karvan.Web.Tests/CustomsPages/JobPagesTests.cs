using System.Net;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Web.Tests.CustomsPages.ImportRoom;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>Work that outlives requests is seen, cancelled and tried again over HTTP by those who may.</summary>
public sealed class JobPagesTests
{
    [Fact]
    public async Task A_reading_that_waits_is_seen_and_cancelled()
    {
        await using var room = await On(Provider.Sqlite);
        var (import, job) = await Reading(room);
        var path = $"/jobs/{job}";
        Assert.Contains(path, await room.Page("/jobs"), StringComparison.Ordinal);
        Assert.Contains(path, await Filtered(room, "Waiting"), StringComparison.Ordinal);
        Assert.DoesNotContain(path, await Filtered(room, "Done"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            path,
            await room.Page($"/jobs?f-kind={SumTrade.JobKind}"),
            StringComparison.Ordinal
        );
        var page = await room.Page(path);
        Assert.Contains($"href=\"/customs/{import}\"", page, StringComparison.Ordinal);
        Assert.Contains("handler=Cancel", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Retry", page, StringComparison.Ordinal);

        var asked = await room.Press(path, "Cancel");
        Assert.Equal(path, asked.Headers.Location!.OriginalString);
        Assert.Contains("در حال لغو", await room.Text(path), StringComparison.Ordinal);
        await room.Work();
        Assert.Equal(JobState.Cancelled, await State(room, job));
        Assert.Equal(ImportState.Mapping, (await room.Look(import)).State);
        var over = await room.Text(path);
        Assert.Contains("لغوشده", over, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=", await room.Page(path), StringComparison.Ordinal);

        foreach (
            var (handler, why) in new[]
            {
                ("Cancel", "این کار پایان یافته است."),
                ("Retry", "تنها کار ناموفق دوباره انجام می‌شود."),
            }
        )
        {
            var late = await room.Press(path, handler);
            Assert.Equal((handler, HttpStatusCode.OK), (handler, late.StatusCode));
            Assert.Contains(
                why,
                PageForm.Summary(await late.Content.ReadAsStringAsync()),
                StringComparison.Ordinal
            );
        }
        // The columns stand as they were said: the reading is started again from the import's page.
        var version = (await room.Look(import)).Version;
        await room.Press($"/customs/{import}", "Read", null, ("version", $"{version}"));
        await room.Work();
        Assert.Equal(ImportState.Ready, (await room.Look(import)).State);
    }

    [Fact]
    public async Task A_job_that_failed_says_why_and_is_tried_again()
    {
        await using var room = await On(Provider.Sqlite);
        var job = await room.Site.Ask(async db =>
        {
            // Without a province there is nothing to add up, however often it is tried.
            var hopeless = Job.Ask(
                SumTrade.JobKind,
                new Subject(nameof(TradeSum), null, Body.Shared, Province),
                Author.System,
                TimeProvider.System.GetUtcNow().UtcDateTime
            );
            db.Jobs.Add(hopeless);
            await db.SaveChangesAsync();
            return hopeless.Id;
        });
        await room.Work();
        var path = $"/jobs/{job}";
        var text = await room.Text(path);
        Assert.Contains("Found no province, expected its code.", text, StringComparison.Ordinal);
        Assert.Contains("1 از 5", text, StringComparison.Ordinal);
        var again = await room.Press(path, "Retry");
        Assert.Equal(path, again.Headers.Location!.OriginalString);
        Assert.Equal(JobState.Waiting, await State(room, job));
        Assert.Contains("0 از 5", await room.Text(path), StringComparison.Ordinal);
        await room.Work();
        Assert.Equal(JobState.Failed, await State(room, job));
        Assert.Contains("handler=Retry", await room.Page(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_of_another_province_are_not_there_and_who_may_only_read_keeps_none()
    {
        await using var room = await On(Provider.Sqlite);
        var (_, job) = await Reading(room);
        var path = $"/jobs/{job}";
        using var stranger = await room.Site.SignedIn("trade-expert");
        Assert.DoesNotContain(path, await room.Page("/jobs", stranger), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        using var auditor = await room.Site.SignedIn("auditor");
        Assert.DoesNotContain("handler=", await room.Page(path, auditor), StringComparison.Ordinal);
        foreach (var handler in new[] { "Cancel", "Retry" })
        {
            Assert.Equal(
                (handler, HttpStatusCode.NotFound),
                (handler, (await room.Press(path, handler, stranger)).StatusCode)
            );
            Assert.Equal(
                (handler, HttpStatusCode.Forbidden),
                (handler, (await room.Press(path, handler, auditor)).StatusCode)
            );
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await room.Expert.GetAsync($"/jobs/{Guid.NewGuid()}")).StatusCode
        );
        using var secretary = await room.Site.SignedIn("secretary");
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync("/jobs")).StatusCode);
        Assert.Equal(JobState.Waiting, await State(room, job));
    }

    private static Task<string> Filtered(ImportRoom room, string state) =>
        room.Page($"/jobs?f-state={state}");

    /// <summary>An import that waits for its job.</summary>
    private static async Task<(Guid Import, Guid Job)> Reading(ImportRoom room)
    {
        var id = await room.Sent(Header + Line("A1", Unknown, "7"));
        var path = $"/customs/{id}/map";
        await PageForm.With(await room.Page(path), "Entry.Date").Post(room.Expert, path);
        return (
            id,
            await room.Site.Ask(db =>
                db.Jobs.Where(j => j.SubjectId == id).Select(j => j.Id).SingleAsync()
            )
        );
    }

    private static Task<JobState> State(ImportRoom room, Guid job) =>
        room.Site.Ask(db => db.Jobs.Where(j => j.Id == job).Select(j => j.State).SingleAsync());
}
