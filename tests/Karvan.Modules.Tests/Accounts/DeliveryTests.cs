using System.Collections.Concurrent;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Modules.Tests.Accounts;

/// <summary>The outbox is emptied once, by however many; what fails waits longer and longer, with its fault beside it.</summary>
public sealed class DeliveryTests
{
    [OnBothDatabases]
    [Theory]
    public async Task However_many_send_each_message_goes_out_once(Provider provider)
    {
        await using var house = await House.On(provider);
        await Write(house, Channel.Email, 20);
        await Write(house, Channel.Sms, 1);
        var carrier = new Carrier();
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => Delivery(house, carrier))
                .ToList()
                .Select(d => d.Run())
        );
        Assert.Equal(20, carrier.Carried.Count);
        Assert.Equal(20, carrier.Carried.Distinct().Count());
        var left = await house.As(Actor.System).Outbox.SingleAsync(m => m.SentAt == null);
        Assert.Equal((Channel.Sms, 0), (left.Channel, left.Attempts));
    }

    [OnBothDatabases]
    [Theory]
    public async Task A_failure_is_kept_and_tried_again_later_and_later(Provider provider)
    {
        await using var house = await House.On(provider);
        await Write(house, Channel.Email, 1);
        var carrier = new Carrier { Fault = "550 no such mailbox" };
        var waited = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            await Delivery(house, carrier).Run();
            var message = await One(house);
            Assert.Equal((i + 1, carrier.Fault), (message.Attempts, message.Fault));
            waited.Add((message.DueAt - house.Clock.GetUtcNow().UtcDateTime).TotalSeconds);
            // Before its time nobody tries.
            Assert.Equal(0, await Delivery(house, new Carrier()).Run());
            house.Clock.Advance(message.DueAt - house.Clock.GetUtcNow().UtcDateTime);
        }
        Assert.Equal([30, 60, 120], waited);
        Assert.Equal(1, await Delivery(house, new Carrier()).Run());
        var sent = await One(house);
        Assert.Equal((4, null), (sent.Attempts, sent.Fault));
        Assert.NotNull(sent.SentAt);
    }

    [OnBothDatabases]
    [Theory]
    public async Task After_twelve_failures_it_stays(Provider provider)
    {
        await using var house = await House.On(provider);
        await Write(house, Channel.Email, 1);
        var carrier = new Carrier { Fault = "away" };
        for (var i = 0; i < 15; i++)
        {
            await Delivery(house, carrier).Run();
            house.Clock.Advance(TimeSpan.FromHours(7));
        }
        Assert.Equal(12, (await One(house)).Attempts);
    }

    /// <summary>Whoever died while sending leaves the message to others; whoever was merely slow settles nothing afterwards.</summary>
    [OnBothDatabases]
    [Theory]
    public async Task A_turn_that_ended_is_somebody_elses(Provider provider)
    {
        await using var house = await House.On(provider);
        await Write(house, Channel.Email, 1);
        var slow = new Carrier { Wait = new TaskCompletionSource(), Fault = "too late" };
        var running = Delivery(house, slow).Run();
        await slow.Started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, await Delivery(house, new Carrier()).Run());
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await Delivery(house, new Carrier()).Run());
        slow.Wait.SetResult();
        await running;
        var message = await One(house);
        Assert.Equal((1, null), (message.Attempts, message.Fault));
        Assert.NotNull(message.SentAt);
    }

    private static DeliverOutbox Delivery(House house, ICarrier carrier) =>
        new(house.As(Actor.System), [carrier], house.Clock);

    private static Task<OutboxMessage> One(House house) =>
        house.As(Actor.System).Outbox.AsNoTracking().SingleAsync();

    private static async Task Write(House house, Channel channel, int count)
    {
        var db = house.As(Actor.System);
        var now = house.Clock.GetUtcNow().UtcDateTime;
        for (var i = 0; i < count; i++)
        {
            db.Outbox.Add(OutboxMessage.Write(channel, "a@example.org", $"{i}", "", now));
        }
        await db.SaveChangesAsync();
    }

    private sealed class Carrier : ICarrier
    {
        public Channel Channel => Channel.Email;

        public ConcurrentQueue<Guid> Carried { get; } = [];

        public string? Fault { get; init; }

        public TaskCompletionSource? Wait { get; init; }

        public TaskCompletionSource Started { get; } = new();

        public async Task Carry(OutboxMessage message, CancellationToken cancellation)
        {
            Started.TrySetResult();
            if (Wait is not null)
            {
                await Wait.Task;
            }
            if (Fault is not null)
            {
                throw new InvalidOperationException(Fault);
            }
            Carried.Enqueue(message.Id);
        }
    }
}
