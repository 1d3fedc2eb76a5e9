using Karvan.Texts;

namespace Karvan.Platform.Notices;

/// <summary>Puts a notice into words; where texts and addresses of pages are.</summary>
public interface INoticeWriter
{
    /// <param name="values">
    /// What its words say, and what its link carries. One that is null is not spoken of. <c>name</c>, who reads it, is
    /// among them.
    /// </param>
    Letter Write(
        NoticeKind kind,
        Language language,
        IReadOnlyList<(string Name, object? Value)> values
    );
}

/// <summary>A notice in the words of its reader.</summary>
/// <param name="Text">All of it, with the whole address of the page that it leads to.</param>
public sealed record Letter(string Title, string Text)
{
    /// <summary>What it says without that address: inside the application the title is the link.</summary>
    public string Body { get; init; } = Text;

    /// <summary>The page that it leads to, from the root of the site; null where it leads to none.</summary>
    public string? Path { get; init; }

    /// <summary>The whole address of that page.</summary>
    public string? Link { get; init; }
}
