using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>One try of a job, in the hands of the process that took it.</summary>
/// <param name="taken">As it was taken.</param>
public sealed class JobRun(Job taken)
{
    private readonly Lock gate = new();
    private (string? Stage, long Done, long Total) progress = (
        taken.Stage,
        taken.Done,
        taken.Total
    );

    public Guid Id => taken.Id;
    public string Kind => taken.Kind;
    public string? Argument => taken.Argument;
    public string? Checkpoint => taken.Checkpoint;
    public int Fence => taken.Fence;

    /// <exception cref="InvalidOperationException">The job is about no record.</exception>
    public Guid SubjectId =>
        taken.SubjectId ?? throw new InvalidOperationException($"A job of {Kind} has no subject.");

    /// <summary>How it is over before it begins: somebody cancelled it while it waited, or it kills whoever takes it.</summary>
    internal (JobState State, string? Fault)? EndsAtOnce =>
        taken.CancelAsked ? (JobState.Cancelled, null)
        : taken.Tries > Job.MostTries
            ? (
                JobState.Failed,
                $"Taken {Job.MostTries} times, and each time the process ended at work."
            )
        : null;

    /// <summary>Whether the work itself has already saved that it is over.</summary>
    public bool Finished { get; private set; }

    internal (string? Stage, long Done, long Total) Progress
    {
        get
        {
            lock (gate)
            {
                return progress;
            }
        }
    }

    /// <summary>Notes how far it is; shown with the next beat of the lease. From any thread.</summary>
    /// <param name="total">0 where nobody knows.</param>
    public void Report(string stage, long done = 0, long total = 0)
    {
        lock (gate)
        {
            progress = (stage, done, total);
        }
    }

    /// <summary>
    /// One step of the work in a short transaction of its own: written together with the proof that the job is still this
    /// run's. For rows that are no record of anybody's decision; those are changes.
    /// </summary>
    /// <param name="checkpoint">How far the work is saved with it; null leaves that as it is.</param>
    /// <exception cref="LeaseLostException">It is not this run's any more, and nothing is written.</exception>
    public async Task Step(
        KarvanContext db,
        Func<Task> write,
        CancellationToken cancellation,
        string? checkpoint = null
    )
    {
        using var writer = await db.WriteGate.Enter(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await (checkpoint is null ? Hold(db, cancellation) : Save(db, checkpoint, cancellation));
        await write();
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>
    /// Inside a transaction: makes sure that the job is still this run's, and keeps it so until the commit.
    /// </summary>
    /// <exception cref="LeaseLostException">It is not.</exception>
    public Task Hold(KarvanContext db, CancellationToken cancellation) =>
        Settle(
            Own(db)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.Fence, j => j.Fence),
                    cancellation
                )
        );

    /// <summary>As <see cref="Hold"/>, and notes how far the work is saved with this transaction.</summary>
    public Task Save(KarvanContext db, string checkpoint, CancellationToken cancellation) =>
        Settle(
            Own(db)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(j => j.Checkpoint, checkpoint),
                    cancellation
                )
        );

    /// <summary>As <see cref="Hold"/>, and ends the job with this transaction: its effect and its end are one.</summary>
    public async Task Finish(KarvanContext db, DateTime at, CancellationToken cancellation)
    {
        await Settle(
            Own(db)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(j => j.State, JobState.Done)
                            .SetProperty(j => j.EndedAt, at)
                            .SetProperty(j => j.LeasedUntil, (DateTime?)null)
                            .SetProperty(j => j.Fault, (string?)null),
                    cancellation
                )
        );
        Finished = true;
    }

    /// <summary>The row, while it is this run's.</summary>
    internal IQueryable<Job> Own(KarvanContext db)
    {
        var (id, fence) = (Id, Fence);
        return db
            .Jobs.IgnoreQueryFilters()
            .Where(j => j.Id == id && j.Fence == fence && j.State == JobState.Running);
    }

    private static async Task Settle(Task<int> update)
    {
        if (await update != 1)
        {
            throw new LeaseLostException();
        }
    }
}
