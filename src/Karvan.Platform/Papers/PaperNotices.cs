using Karvan.Platform.Notices;

namespace Karvan.Platform.Papers;

/// <summary>What a firm is told about the papers that are written about it.</summary>
public static class PaperNotices
{
    /// <summary>With <c>title</c>, <c>number</c> and the paper's <c>id</c>.</summary>
    public static readonly NoticeKind Issued = new("paper-letter.Issued");

    /// <summary>With <c>title</c>, <c>number</c>, <c>reason</c> and the paper's <c>id</c>.</summary>
    public static readonly NoticeKind Withdrawn = new("paper-letter.Withdrawn");
}
