using Karvan.Platform.Notices;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.AspNetCore.WebUtilities;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Puts notices into the words of their readers, with links to pages.</summary>
internal sealed class NoticeWriter(TextBook book, PublicAddress address) : INoticeWriter
{
    private const string Link = "link";

    public Letter Write(
        NoticeKind kind,
        Language language,
        IReadOnlyList<(string Name, object? Value)> values
    )
    {
        var words = new PageTexts(book, language);
        var path = PathOf(kind, values);
        var link = path is null ? null : address.Of(path);
        var said = Said(kind, values, words);
        var title = words[$"{kind.Name}.title"].Bare;
        return new Letter(title, Text(kind, [.. said, (Link, link)], words, said => said.Bare))
        {
            // On a page names and numbers of another direction are kept apart; in a letter marks would stand as boxes.
            Body = Text(kind, said, words, said => said.Plain, link),
            Path = path,
            Link = link,
        };
    }

    /// <param name="placed">The whole address, for a text with a place for it in its midst.</param>
    private string Text(
        NoticeKind kind,
        IReadOnlyList<(string Name, object? Value)> said,
        PageTexts words,
        Func<Said, string> write,
        string? placed = null
    )
    {
        var key = $"{kind.Name}.text";
        var places = book.Text(key, words.Language).Names;
        IReadOnlyList<(string Name, object? Value)> all =
            placed is not null && places.Contains(Link) ? [.. said, (Link, placed)] : said;
        // Who reads it need not be addressed by name.
        IEnumerable<string> paragraphs =
        [
            write(words[key, [.. all.Where(v => places.Contains(v.Name))]]),
            .. all.Where(v =>
                    !places.Contains(v.Name) && v is { Name: not "name", Value: not null }
                )
                .Select(v => write(words[$"{kind.Topic}.{v.Name}", v])),
        ];
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>Values as the text says them: what the link carries stands in the link.</summary>
    private static List<(string Name, object? Value)> Said(
        NoticeKind kind,
        IReadOnlyList<(string Name, object? Value)> values,
        PageTexts words
    )
    {
        var link = WebModules.NoticeLinks.GetValueOrDefault(kind.Name);
        return
        [
            .. values
                .Where(v => link?.Carries(v.Name) is not true)
                .Select(v =>
                    (
                        v.Name,
                        v.Value is NoticeWords text ? words[text.Key, [.. text.Values]] : v.Value
                    )
                ),
        ];
    }

    private static string? PathOf(
        NoticeKind kind,
        IReadOnlyList<(string Name, object? Value)> values
    ) =>
        WebModules.NoticeLinks.GetValueOrDefault(kind.Name) is { } link
        && link.PathOf(values) is { } path
            ? QueryHelpers.AddQueryString(
                path,
                link.Query.Select(name =>
                    KeyValuePair.Create(name, values.Single(v => v.Name == name).Value?.ToString())
                )
            )
            : null;
}
