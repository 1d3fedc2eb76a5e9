using Karvan.Platform.Values;

namespace Karvan.Platform.Events;

/// <summary>
/// Something that happened, named in the past tense and kept beside the use case that does it. It is appended to the record
/// of changes in the same transaction, with its own properties as details; modules react to its type.
/// </summary>
/// <param name="Subject">The record it happened to, as it is afterwards: its body and province name the chain.</param>
public abstract record DomainEvent([property: NotRecorded] Subject Subject)
{
    /// <summary>As the record of changes and the texts know it.</summary>
    [NotRecorded]
    public virtual string Kind => GetType().Name;

    /// <summary>
    /// What the act must reach: the record as it was when it was begun with. A record that is moved was in reach before; one
    /// that is made had no owner yet.
    /// </summary>
    [NotRecorded]
    public virtual IReadOnlyList<Subject> Reached => [Subject];
}

/// <summary>The kinds of an event whose type alone does not name one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventKindsAttribute(params string[] kinds) : Attribute
{
    public IReadOnlyList<string> Kinds => kinds;
}
