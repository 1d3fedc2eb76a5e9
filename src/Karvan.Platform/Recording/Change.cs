using System.Diagnostics;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Karvan.Platform.Recording;

/// <summary>
/// One change with its event, in one transaction: both are there or neither. What is not committed is undone.
/// </summary>
public sealed class Change : IAsyncDisposable, IFieldRecorder
{
    private readonly KarvanContext db;
    private readonly TimeProvider clock;
    private readonly Reactions reactions;
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable turn;
    private readonly List<FieldChange> fields = [];
    private readonly Activity? span = ChangeSpans.Source.StartActivity("change");

    internal Change(
        KarvanContext db,
        TimeProvider clock,
        Act act,
        Reactions reactions,
        IDbContextTransaction transaction,
        IDisposable turn
    )
    {
        (this.db, this.clock, this.transaction, this.turn) = (db, clock, transaction, turn);
        (Act, this.reactions) = (act, reactions);
        db.Recorder = this;
    }

    /// <summary>What it was begun for.</summary>
    public Act Act { get; }

    /// <summary>Lets modules react, saves what was changed, appends the event to its chain, and commits.</summary>
    /// <exception cref="BeyondReachException">The act does not reach the record; nothing is saved.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the record meanwhile.</exception>
    public async Task Commit(DomainEvent happened, CancellationToken cancellation = default)
    {
        var actor = db.Actor ?? Actor.Public;
        if (happened.Reached.FirstOrDefault(s => !Access.Allows(actor, Act, s)) is { } beyond)
        {
            db.ChangeTracker.Clear();
            throw new BeyondReachException(Act, beyond, actor);
        }
        await reactions.To(happened, cancellation);
        var subject = happened.Subject;
        await db.SaveChangesAsync(cancellation);
        var key = AuditChain.KeyOf(subject.Body, subject.Province);
        // The row is locked from here on: events of a chain are appended one after the other.
        var counted = await db
            .AuditChains.Where(c => c.Key == key)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Length, c => c.Length + 1),
                cancellation
            );
        if (counted != 1)
        {
            throw new InvalidOperationException($"There is no chain of events '{key}'.");
        }
        var chain = await db
            .AuditChains.AsNoTracking()
            .SingleAsync(c => c.Key == key, cancellation);
        var content = new EventContent(EventDetails.Of(happened), fields);
        var link = AuditEvent.Next(
            chain,
            Now(),
            happened.Kind,
            db.Author,
            subject,
            content.ToJson()
        );
        db.AuditEvents.Add(link);
        await db.SaveChangesAsync(cancellation);
        await db
            .AuditChains.Where(c => c.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Head, link.Hash), cancellation);
        await transaction.CommitAsync(cancellation);
        span?.SetTag("karvan.change", happened.Kind);
    }

    /// <summary>Waits until nobody else is about to append to this chain, and keeps it: what is read now holds until the commit.</summary>
    public Task Alone(Subject subject, CancellationToken cancellation = default)
    {
        var key = AuditChain.KeyOf(subject.Body, subject.Province);
        return db
            .AuditChains.Where(c => c.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Length, c => c.Length), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        db.Recorder = null;
        await transaction.DisposeAsync();
        span?.Dispose();
        turn.Dispose();
    }

    /// <summary>Takes down fields as they are about to be saved.</summary>
    void IFieldRecorder.Note(IEnumerable<FieldChange> changed) => fields.AddRange(changed);

    /// <summary>To the millisecond: both databases keep that, and the hash is over what they give back.</summary>
    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
