using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Customs;

/// <summary>A reading that failed and is tried again later, when the import may be in other hands.</summary>
public sealed class ReadAgainTests
{
    private static readonly string Firm = Numbers.Legal(1);

    [Theory, OnBothDatabases]
    public async Task A_job_that_is_tried_again_reads_the_file_after_all(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (id, job) = await Failed(house, desk);
        await Retry(house, desk, job);
        var read = await desk.Look(id);
        Assert.Equal((ImportState.Ready, null, 1), (read.State, read.Fault, read.Accepted));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_discarded_meanwhile_stays_discarded(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var (id, job) = await Failed(house, desk);
        var failed = await desk.Look(id);
        await desk.Do<DiscardImport, Outcome<CustomsImport, ImportRefusal>>(
            await house.Expert("08"),
            d => d.Run(id, failed.Version)
        );
        await Retry(house, desk, job);
        Assert.Equal(ImportState.Discarded, (await desk.Look(id)).State);
        var ended = await Job(house, job);
        Assert.Equal(JobState.Failed, ended.State);
        Assert.Contains("Discarded", ended.Fault, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_newer_reading_is_not_disturbed_by_an_older_one(Provider provider)
    {
        await using var house = await House.On(provider);
        await using var desk = new CustomsDesk(house);
        var expert = await house.Expert("08");
        var (id, job) = await Failed(house, desk);
        var failed = await desk.Look(id);
        var mapped = await desk.Do<MapImport, CustomsImport>(
            expert,
            async map => (await map.Run(id, failed.Version, MappingProfile.Standard, "other")).Value
        );
        await desk.Do<RetryJob, Outcome<Job, JobRefusal>>(Actor.System, r => r.Run(job));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Do<StartReading, CustomsImport>(
            expert,
            async start => (await start.Run(id, mapped.Version)).Value
        );
        // The older waits in front of the newer.
        Assert.Equal(job, await desk.Work());
        Assert.Equal(ImportState.Reading, (await desk.Look(id)).State);
        Assert.Equal(JobState.Failed, (await Job(house, job)).State);
        await desk.WorkAll();
        Assert.Equal(ImportState.Ready, (await desk.Look(id)).State);
    }

    /// <summary>An import whose file could not be fetched, until it had failed for good; then the file is back.</summary>
    private static async Task<(Guid Import, Guid Job)> Failed(House house, CustomsDesk desk)
    {
        var expert = await house.Expert("08");
        var id = await desk.Send(
            expert,
            CustomsDesk.Header + $"A1,1,export,1401/02/03,{Firm},842320,IQ,100,10\n"
        );
        var db = house.As(Actor.System);
        var part = await db.Set<CustomsFilePart>().AsNoTracking().SingleAsync();
        await db.Set<CustomsFilePart>().ExecuteDeleteAsync();
        await desk.Read(expert, id);
        while ((await desk.Look(id)).State is ImportState.Reading)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await desk.WorkAll();
        }
        Assert.Equal(ImportState.Unusable, (await desk.Look(id)).State);
        db.Add(part);
        await db.SaveChangesAsync();
        return (id, (await db.Jobs.SingleAsync(j => j.SubjectId == id)).Id);
    }

    private static async Task Retry(House house, CustomsDesk desk, Guid job)
    {
        var again = await desk.Do<RetryJob, Outcome<Job, JobRefusal>>(
            Actor.System,
            r => r.Run(job)
        );
        Assert.True(again.Done);
        await desk.WorkAll();
    }

    private static Task<Job> Job(House house, Guid id) =>
        house.As(Actor.System).Jobs.AsNoTracking().SingleAsync(j => j.Id == id);
}
