using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Outbox;

/// <summary>Sends outbox messages over one channel. Throws when one could not be handed over.</summary>
public interface ICarrier
{
    Channel Channel { get; }

    Task Carry(OutboxMessage message, CancellationToken cancellation);
}

/// <summary>
/// Sends what waits in the outbox. Any number of processes may do so at once: a message is sent by whoever takes the
/// turn in its row, and a turn that was not settled comes to its end by itself.
/// </summary>
public sealed class DeliverOutbox(
    KarvanContext db,
    IEnumerable<ICarrier> carriers,
    TimeProvider clock
)
{
    /// <summary>After so many failures a message stays where it is, with its fault beside it.</summary>
    public const int MostAttempts = 12;

    private const int AtOnce = 50;
    private static readonly TimeSpan OneTurn = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private const int LongestFault = 300;

    /// <returns>How many were sent.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var byChannel = carriers.ToDictionary(c => c.Channel);
        var channels = byChannel.Keys.ToList();
        var now = Now;
        var waiting = await db
            .Outbox.AsNoTracking()
            .Where(m =>
                m.SentAt == null
                && m.Attempts < MostAttempts
                && m.DueAt <= now
                && channels.Contains(m.Channel)
            )
            .OrderBy(m => m.DueAt)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        var sent = 0;
        foreach (var message in waiting)
        {
            if (await Take(message, cancellation) is { } turn)
            {
                sent += await Send(byChannel[message.Channel], message, turn, cancellation) ? 1 : 0;
            }
        }
        return sent;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Null when somebody else was quicker.</returns>
    private async Task<Guid?> Take(OutboxMessage message, CancellationToken cancellation)
    {
        using var writer = await db.WriteGate.Enter(cancellation);
        var (id, before, mine, until) = (message.Id, message.Turn, Guid.NewGuid(), Now + OneTurn);
        var taken = await db
            .Outbox.Where(m => m.Id == id && m.SentAt == null && m.Turn == before)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Turn, mine).SetProperty(m => m.DueAt, until),
                cancellation
            );
        return taken == 1 ? mine : null;
    }

    private async Task<bool> Send(
        ICarrier carrier,
        OutboxMessage message,
        Guid turn,
        CancellationToken cancellation
    )
    {
        string? fault = null;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            // Shorter than the turn: nobody sends on after it ended.
            limit.CancelAfter(OneTurn / 2);
            await carrier.Carry(message, limit.Token);
        }
        // Whatever a mail server or a gateway does, the others must still go out.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            fault = e.Message.Length > LongestFault ? e.Message[..LongestFault] : e.Message;
        }
        await Settle(message, turn, fault, cancellation);
        return fault is null;
    }

    private async Task Settle(
        OutboxMessage message,
        Guid turn,
        string? fault,
        CancellationToken cancellation
    )
    {
        var id = message.Id;
        DateTime? sentAt = fault is null ? Now : null;
        var due = Now + Pause(message.Attempts);
        // What was sent is with its reader: a copy of the database must not hold the links of everybody's letters.
        var text = fault is null ? "" : message.Text;
        using var writer = await db.WriteGate.Enter(cancellation);
        await db
            .Outbox.Where(m => m.Id == id && m.Turn == turn)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.SentAt, sentAt)
                        .SetProperty(m => m.Fault, fault)
                        .SetProperty(m => m.Text, text)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                        .SetProperty(m => m.DueAt, due),
                cancellation
            );
    }

    /// <summary>Twice as long after each failure.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * (1L << Math.Min(attempts, 20));
        return pause < LongestPause ? pause : LongestPause;
    }
}
