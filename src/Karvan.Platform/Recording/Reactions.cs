using System.Reflection;
using Karvan.Platform.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Karvan.Platform.Recording;

/// <summary>One type's reaction to one type of event.</summary>
internal sealed record Reaction(
    Type Event,
    Func<IServiceProvider, DomainEvent, CancellationToken, Task> Run
)
{
    public static Reaction Of<TEvent, TReaction>()
        where TEvent : DomainEvent
        where TReaction : IReact<TEvent> =>
        new(
            typeof(TEvent),
            (services, happened, cancellation) =>
                services.GetRequiredService<TReaction>().React((TEvent)happened, cancellation)
        );
}

/// <summary>Brings an event to whoever reacts to it.</summary>
public sealed class Reactions(IServiceProvider services)
{
    /// <summary>For changes to which nobody reacts: tools, and tests of other things.</summary>
    public static Reactions None { get; } = new(new ServiceCollection().BuildServiceProvider());

    internal async Task To(DomainEvent happened, CancellationToken cancellation)
    {
        foreach (var reaction in services.GetServices<Reaction>())
        {
            if (reaction.Event.IsInstanceOfType(happened))
            {
                await reaction.Run(services, happened, cancellation);
            }
        }
    }
}

public static class ReactionRegistration
{
    /// <summary>Every reaction that an assembly declares; called module by module, which is the order in which they run.</summary>
    public static IServiceCollection AddReactionsOf(
        this IServiceCollection services,
        Assembly assembly
    )
    {
        var reactions = assembly
            .GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .SelectMany(t => t.GetInterfaces().Select(contract => (Type: t, Contract: contract)))
            .Where(r =>
                r.Contract.IsGenericType
                && r.Contract.GetGenericTypeDefinition() == typeof(IReact<>)
            )
            .Select(r => (r.Type, Event: r.Contract.GenericTypeArguments[0]))
            .OrderBy(r => r.Type.FullName, StringComparer.Ordinal)
            .ThenBy(r => r.Event.FullName, StringComparer.Ordinal);
        foreach (var (type, happened) in reactions)
        {
            services.TryAddScoped(type);
            var made = typeof(Reaction)
                .GetMethod(nameof(Reaction.Of))!
                .MakeGenericMethod(happened, type)
                .Invoke(null, null)!;
            services.AddSingleton((Reaction)made);
        }
        return services;
    }
}
