using Karvan.Platform.Notices;
using Karvan.Platform.Values;

namespace Karvan.Web.Modules;

/// <summary>Where a notice leads.</summary>
/// <param name="Path">Of a page, from its root.</param>
/// <param name="Query">Names of values of the notice that the link carries instead of the text.</param>
public sealed record NoticeLink(NoticeKind Kind, string Path, params IReadOnlyList<string> Query)
{
    /// <summary>The value by which a notice names the record it leads to.</summary>
    private const string Id = "id";

    /// <summary>The value that is the record it leads to.</summary>
    private const string About = "subject";

    private Func<Guid, string>? Record { get; init; }

    /// <summary>To the page of the record whose id is the notice's value <c>id</c>.</summary>
    public static NoticeLink To(NoticeKind kind, Func<Guid, string> page) =>
        new(kind, "") { Record = page };

    /// <summary>To the page of the record that the notice's value <c>subject</c> names, whatever its kind.</summary>
    public static NoticeLink ToSubject(NoticeKind kind) => new(kind, "") { OfSubject = true };

    private bool OfSubject { get; init; }

    /// <summary>The pattern of the page's route; null where it is that of whatever record is told of.</summary>
    internal string? Route =>
        OfSubject
            ? null
            : Record
                ?.Invoke(Guid.Empty)
                .Replace($"{Guid.Empty}", "{id:guid}", StringComparison.Ordinal)
                ?? Path;

    internal bool Carries(string value) =>
        Query.Contains(value, StringComparer.Ordinal)
        || (Record is not null && value is Id)
        || (OfSubject && value is About);

    /// <returns>Null for a record that has no page.</returns>
    internal string? PathOf(IReadOnlyList<(string Name, object? Value)> values) =>
        OfSubject ? SubjectPage.Of((Subject)values.Single(v => v.Name is About).Value!)
        : Record is { } page ? page((Guid)values.Single(v => v.Name is Id).Value!)
        : Path;
}
