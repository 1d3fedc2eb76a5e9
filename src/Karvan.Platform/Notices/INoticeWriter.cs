using Karvan.Texts;

namespace Karvan.Platform.Notices;

/// <summary>Puts a notice into words; where texts and addresses of pages are.</summary>
public interface INoticeWriter
{
    /// <param name="values">
    /// What its words say, and what its link carries. One that is null is not spoken of. <c>name</c>, who reads it, is
    /// among them.
    /// </param>
    (string Title, string Text) Write(
        NoticeKind kind,
        Language language,
        IReadOnlyList<(string Name, object? Value)> values
    );
}
