using System.Diagnostics;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Telemetry;
using Karvan.Registry.Reference;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Reading;
using Karvan.Trade.Sources;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>
/// The job that reads a customs file under its mapping: fetched from the database, read by all processors, sorted and
/// settled, written part by part under an import that nobody sees, reported. A try that begins anew makes the same parts,
/// and goes on behind those that are written.
/// </summary>
public sealed class ReadCustomsFile(
    KarvanContext db,
    Changes changes,
    FetchFile fetch,
    ReferenceShelf shelf,
    WriteLedger write,
    WriteRejections rejections,
    WriteCrossings crossings,
    FindCrossings find,
    CompareImports compare,
    ReportImport report,
    TimeProvider clock,
    KarvanMeter? meter = null
) : IJobWork
{
    /// <summary>What its jobs are filed under.</summary>
    public const string JobKind = "read-customs-file";

    public string Kind => JobKind;

    public async Task Run(JobRun run, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var import = await TakeUp(run, cancellation);
        var mapping = MappingOf(import);
        using var folder = new WorkFolder();
        var path = folder.File("sent");
        var length = await db
            .CustomsFiles.Where(f => f.Id == import.FileId)
            .Select(f => f.Length)
            .SingleAsync(cancellation);
        var hash = await fetch.Write(
            import.FileId,
            path,
            done => run.Report(ReadingStage.Fetching, done, length),
            cancellation
        );
        using var log = new RejectionLog();
        using var ledger = new LedgerRun(log, DeclarationColumn(mapping));
        LedgerTally tally;
        MappedTally rows;
        ImportReport made;
        try
        {
            var countries = await shelf.CountryNames(cancellation);
            rows = await Task.Run(
                () =>
                    MappedReading.Read(
                        new InputFile(import.FileName, path),
                        mapping,
                        countries.Find,
                        ledger.NewSink,
                        log,
                        progress: (bytes, _) => run.Report(ReadingStage.Reading, bytes, length),
                        cancellation: cancellation
                    ),
                cancellation
            );
            tally = await write.Run(run, import.Id, ledger, cancellation);
            run.Report(ReadingStage.Reporting);
            await rejections.Run(run, import.Id, log, cancellation);
            await crossings.Run(run, import.Id, tally.Crossed, cancellation);
            var against = await compare.Run(run, import, tally, cancellation);
            made = (await report.Of(import, rows, tally, against, cancellation)) with
            {
                Crossed = tally.Crossed.Count,
            };
            // Others may come while it is held against those that are here.
            var known = new HashSet<Guid>();
            do
            {
                var others = await find.Others(import, cancellation);
                var met = await find.Run(
                    run,
                    import,
                    tally.Accepted,
                    [.. others.Where(known.Add)],
                    cancellation
                );
                made = made with
                {
                    Crossed = made.Crossed + met,
                    Milliseconds = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
                };
            } while (!await Finish(run, import.Id, hash, made, known, cancellation));
        }
        catch (UnusableInputException fault)
        {
            await Refuse(run, import.Id, hash, fault.Message, cancellation);
        }
    }

    public async Task GiveUp(JobRun run, JobState outcome, CancellationToken cancellation)
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        await run.Hold(db, cancellation);
        var import = await db.CustomsImports.SingleAsync(i => i.Id == run.SubjectId, cancellation);
        if (import.State is not ImportState.Reading || !await IsNewest(run, cancellation))
        {
            return;
        }
        var cancelled = outcome is JobState.Cancelled;
        import.Fail(
            cancelled
                ? null
                : $"The job failed {Job.MostTries} times; see the page of jobs for its last fault, and try again or discard the import."
        );
        await change.Commit(
            cancelled
                ? new CustomsImportReadingCancelled(import.Subject)
                : new CustomsImportReadingFailed(import.Subject),
            cancellation
        );
    }

    /// <summary>A job that failed may be tried again long after; by then the import may be discarded, or another's to read.</summary>
    private async Task<CustomsImport> TakeUp(JobRun run, CancellationToken cancellation)
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        await run.Hold(db, cancellation);
        var import = await db.CustomsImports.SingleAsync(i => i.Id == run.SubjectId, cancellation);
        var before = import.State;
        if (!await IsNewest(run, cancellation) || !import.TakeUp())
        {
            throw new HopelessJobException(
                $"Import {import.Number} is {before} or another job reads it; expected one that waits for this job. Start the reading from its page."
            );
        }
        if (import.State != before)
        {
            await change.Commit(new CustomsImportReadingStarted(import.Subject), cancellation);
        }
        return import;
    }

    private async Task<bool> IsNewest(JobRun run, CancellationToken cancellation) =>
        run.Id
        == await db
            .Jobs.Where(j => j.Kind == run.Kind && j.SubjectId == run.SubjectId)
            .OrderByDescending(j => j.AskedAt)
            .ThenByDescending(j => j.Id)
            .Select(j => j.Id)
            .FirstAsync(cancellation);

    private static MappingProfile MappingOf(CustomsImport import) =>
        MappingProfile.Parse(import.Mapping ?? "", out var problems)
        ?? throw new HopelessJobException(
            $"The mapping of import {import.Number} cannot be read: {string.Join("; ", problems)}"
        );

    private static string DeclarationColumn(MappingProfile mapping) =>
        string.Join(" + ", mapping.Declaration.Columns.Select(c => c.Name));

    private async Task Refuse(
        JobRun run,
        Guid id,
        string hash,
        string fault,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        await run.Finish(db, Now, cancellation);
        var import = await db.CustomsImports.SingleAsync(i => i.Id == id, cancellation);
        await Know(import, hash, cancellation);
        import.Fail(fault);
        await change.Commit(new CustomsFileUnusable(import.Subject), cancellation);
    }

    /// <returns>False when another import was read meanwhile that this one was not held against.</returns>
    private async Task<bool> Finish(
        JobRun run,
        Guid id,
        string hash,
        ImportReport made,
        HashSet<Guid> known,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        // Of two that are read at once one ends first, and the other sees it.
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var import = await db.CustomsImports.SingleAsync(i => i.Id == id, cancellation);
        if (!known.IsSupersetOf(await find.Others(import, cancellation)))
        {
            return false;
        }
        await run.Finish(db, Now, cancellation);
        await Know(import, hash, cancellation);
        import.Finish(made, Now);
        await change.Commit(
            new CustomsFileRead(import.Subject, hash, made.Accepted, made.RejectedLines),
            cancellation
        );
        meter?.LinesImported(made.Accepted, "accepted");
        meter?.LinesImported(made.RejectedLines, "rejected");
        meter?.LinesImported(made.Duplicates, "duplicate");
        meter?.Imported(TimeSpan.FromMilliseconds(made.Milliseconds));
        return true;
    }

    private async Task Know(CustomsImport import, string hash, CancellationToken cancellation)
    {
        var file = await db.CustomsFiles.SingleAsync(f => f.Id == import.FileId, cancellation);
        file.Know(hash);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <summary>What the job is at, as its page shows it.</summary>
public static class ReadingStage
{
    public const string Fetching = "fetching";
    public const string Reading = "reading";
    public const string Writing = "writing";
    public const string Reporting = "reporting";
}
