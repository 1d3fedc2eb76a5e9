using System.Reflection;

namespace Karvan.Platform.Notices;

/// <summary>
/// A kind of message that tells somebody of something about them. A module declares its kinds; their words stand with its
/// texts as <c>NAME.title</c> and <c>NAME.text</c>, and the page that a message leads to with its pages.
/// </summary>
/// <param name="Name">
/// Unique over all modules: <c>GROUP.KIND</c>. A value for which the text has no place gets a paragraph of its own, with
/// the words of <c>GROUP.VALUE</c>.
/// </param>
/// <param name="BySms">A short notice that should reach them today: to their telephone too, where one is known.</param>
public sealed record NoticeKind(string Name, bool BySms = false)
{
    /// <summary>By which people choose how they are told; its words are <c>notice-topic.GROUP</c>.</summary>
    public string Topic => Name[..Name.LastIndexOf('.')];

    /// <summary>Its link is a key, or its reader may be somebody else: it goes by mail alone, and nothing of it is shown in the application.</summary>
    public bool IsSealed { get; init; }

    /// <summary>It is about the safety of an account: nobody can choose not to be told.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The kinds that a class declares as static fields.</summary>
    public static IReadOnlyList<NoticeKind> Of(Type declaring) =>
        [
            .. declaring
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(f => f.FieldType == typeof(NoticeKind))
                .Select(f => (NoticeKind)f.GetValue(null)!),
        ];
}

/// <summary>A value of a notice that is a text of Karvan itself, in the language of the reader.</summary>
public sealed record NoticeWords(
    string Key,
    params IReadOnlyList<(string Name, object? Value)> Values
);
