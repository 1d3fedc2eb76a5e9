namespace Karvan.Core.Values;

/// <summary>
/// The record that somebody wants to do something to, or that something happened to: what access is decided on, and
/// where its trail is found.
/// </summary>
/// <param name="Kind">The entity's name, such as <c>Enterprise</c>.</param>
/// <param name="Id">Null for a record that is yet to be made.</param>
/// <param name="Province">Code; null where a record belongs to the whole country.</param>
/// <param name="EnterpriseId">The firm it belongs to, if to one.</param>
/// <param name="PersonId">The person it is about, if about one.</param>
public sealed record Subject(
    string Kind,
    Guid? Id,
    Body Body,
    string? Province = null,
    Guid? EnterpriseId = null,
    Guid? PersonId = null
);
