using Karvan.Platform.Events;

namespace Karvan.Platform.Recording;

/// <summary>
/// Does what an event entails, inside the change that it is part of and before anything of it is saved. Reactions run in the
/// order of the modules; what they change stands in the record under the same event. What goes out of the system goes through
/// the outbox of the same change.
/// </summary>
/// <typeparam name="TEvent">This type of event, and those derived of it.</typeparam>
public interface IReact<in TEvent>
    where TEvent : DomainEvent
{
    Task React(TEvent happened, CancellationToken cancellation);
}
