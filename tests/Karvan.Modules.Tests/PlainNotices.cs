using Karvan.Platform.Notices;
using Karvan.Texts;

namespace Karvan.Modules.Tests;

/// <summary>The kind of a notice as its title; as its text the secret in it, or what somebody wrote.</summary>
internal sealed class PlainNotices : INoticeWriter
{
    private static readonly string[] Telling = ["token", "reason", "remark", "address"];

    public Letter Write(
        NoticeKind kind,
        Language language,
        IReadOnlyList<(string Name, object? Value)> values
    ) =>
        new(
            kind.Name[(kind.Name.LastIndexOf('.') + 1)..],
            values
                .Where(v => Telling.Contains(v.Name, StringComparer.Ordinal))
                .Select(v => v.Value as string)
                .SingleOrDefault()
                ?? ""
        );
}
