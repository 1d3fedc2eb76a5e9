using Karvan.Platform.Values;

namespace Karvan.Web.Modules;

/// <summary>Where the page of a record stands.</summary>
/// <param name="Kind">The name by which events know the record.</param>
/// <param name="Address">From the record's id and, where it belongs to a firm, the firm's; null for a record without a page.</param>
internal sealed record SubjectPage(string Kind, Func<Guid, Guid?, string?>? Address)
{
    public static SubjectPage At(string kind, Func<Guid, string> address) =>
        new(kind, (id, _) => address(id));

    /// <summary>A record of a firm, whose address begins with the firm's.</summary>
    public static SubjectPage OfFirm(string kind, Func<Guid, Guid, string> address) =>
        new(kind, (id, firm) => firm is { } owner ? address(owner, id) : null);

    /// <returns>Null for a kind that has no page.</returns>
    public static string? Of(Subject subject) =>
        subject.Id is { } known
        && WebModules.Subjects.GetValueOrDefault(subject.Kind) is { Address: { } address }
            ? address(known, subject.EnterpriseId)
            : null;

    /// <summary>A record that has no page, said so that a page cannot be forgotten.</summary>
    public static SubjectPage None(string kind) => new(kind, null);
}
