using Karvan.Platform.Authorization;

namespace Karvan.Web.Modules;

/// <summary>A kind of event that is news on the start page of those who may do the act, where they see the record.</summary>
/// <param name="Event">A type of event that is its only kind.</param>
internal sealed record NewsKind(Type Event, Act Act)
{
    public string Name => Event.Name;

    /// <summary>Several events that are news to the same people.</summary>
    public static IEnumerable<NewsKind> Of(Act act, params IEnumerable<Type> events) =>
        events.Select(e => new NewsKind(e, act));
}
