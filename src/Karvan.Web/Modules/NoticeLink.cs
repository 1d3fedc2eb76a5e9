using Karvan.Platform.Notices;

namespace Karvan.Web.Modules;

/// <summary>Where a notice leads.</summary>
/// <param name="Path">Of a page, from its root.</param>
/// <param name="Query">Names of values of the notice that the link carries instead of the text.</param>
public sealed record NoticeLink(NoticeKind Kind, string Path, params IReadOnlyList<string> Query);
