namespace Karvan.Platform.Values;

/// <summary>
/// The record that somebody wants to do something to, or that something happened to: what access is decided on, and
/// where its trail is found.
/// </summary>
/// <param name="Kind">The entity's name, such as <c>Enterprise</c>.</param>
/// <param name="Id">Null for a record that is yet to be made.</param>
/// <param name="Province">Code; null where a record belongs to the whole country.</param>
/// <param name="EnterpriseId">The firm it belongs to, if to one.</param>
/// <param name="PersonId">The person it is about, if about one.</param>
/// <param name="State">A state of the record on which rights depend; null where none does.</param>
public sealed record Subject(
    string Kind,
    Guid? Id,
    Body Body,
    string? Province = null,
    Guid? EnterpriseId = null,
    Guid? PersonId = null,
    string? State = null
);

/// <summary>A record that says whose it is; queries and the access decision read it alike.</summary>
public interface IOwned
{
    Subject Subject { get; }

    /// <summary>As somebody who acts for this firm may ask for it: a record of several firms is each one's.</summary>
    Subject SubjectFor(Guid? firm) => Subject;
}
