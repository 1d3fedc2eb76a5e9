using Karvan.Platform.Notices;

namespace Karvan.Web.Modules;

/// <summary>Where a notice leads.</summary>
/// <param name="Path">Of a page, from its root.</param>
/// <param name="Query">Names of values of the notice that the link carries instead of the text.</param>
public sealed record NoticeLink(NoticeKind Kind, string Path, params IReadOnlyList<string> Query)
{
    /// <summary>The value by which a notice names the record it leads to.</summary>
    private const string Id = "id";

    private Func<Guid, string>? Record { get; init; }

    /// <summary>To the page of the record whose id is the notice's value <c>id</c>.</summary>
    public static NoticeLink To(NoticeKind kind, Func<Guid, string> page) =>
        new(kind, "") { Record = page };

    /// <summary>The pattern of the page's route.</summary>
    internal string Route =>
        Record?.Invoke(Guid.Empty).Replace($"{Guid.Empty}", "{id:guid}", StringComparison.Ordinal)
        ?? Path;

    internal bool Carries(string value) =>
        Query.Contains(value, StringComparer.Ordinal) || (Record is not null && value is Id);

    internal string PathOf(IReadOnlyList<(string Name, object? Value)> values) =>
        Record?.Invoke((Guid)values.Single(v => v.Name is Id).Value!) ?? Path;
}
