using Karvan.Platform.Authorization;
using Karvan.Platform.Values;

namespace Karvan.Platform.Recording;

/// <summary>
/// A change was about to be committed to a record that its act does not reach for whoever made it. Pages ask before; this
/// holds where one forgot.
/// </summary>
public sealed class BeyondReachException(Act act, Subject subject, Actor actor)
    : Exception(
        $"{actor.Name} may not {act} {subject.Kind} {subject.Id} of {subject.Body}, province {subject.Province ?? "none"}: nothing was changed."
    )
{
    public Act Act => act;

    public Subject Subject => subject;
}
