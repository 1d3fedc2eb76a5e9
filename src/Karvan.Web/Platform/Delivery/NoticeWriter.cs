using Karvan.Platform.Notices;
using Karvan.Texts;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.AspNetCore.WebUtilities;

namespace Karvan.Web.Platform.Delivery;

/// <summary>Puts notices into the words of their readers, with links to pages.</summary>
internal sealed class NoticeWriter(TextBook book, PublicAddress address) : INoticeWriter
{
    public (string Title, string Text) Write(
        NoticeKind kind,
        Language language,
        IReadOnlyList<(string Name, object? Value)> values
    )
    {
        var words = new PageTexts(book, language);
        var said = Said(kind, values, words);
        var key = $"{kind.Name}.text";
        var placed = book.Text(key, language).Names;
        var group = kind.Name[..kind.Name.LastIndexOf('.')];
        // Who reads it need not be addressed by name.
        IEnumerable<string> paragraphs =
        [
            words[key, [.. said.Where(v => placed.Contains(v.Name))]].Bare,
            .. said.Where(v =>
                    !placed.Contains(v.Name) && v is { Name: not "name", Value: not null }
                )
                .Select(v => words[$"{group}.{v.Name}", v].Bare),
        ];
        return (words[$"{kind.Name}.title"].Bare, string.Join("\n\n", paragraphs));
    }

    /// <summary>Values as the text says them: what the link carries stands in the link.</summary>
    private List<(string Name, object? Value)> Said(
        NoticeKind kind,
        IReadOnlyList<(string Name, object? Value)> values,
        PageTexts words
    )
    {
        var said = values
            .Select(v =>
                (v.Name, v.Value is NoticeWords text ? words[text.Key, [.. text.Values]] : v.Value)
            )
            .ToList();
        if (WebModules.NoticeLinks.TryGetValue(kind.Name, out var link))
        {
            var carried = link
                .Query.Select(name =>
                    KeyValuePair.Create(name, values.Single(v => v.Name == name).Value?.ToString())
                )
                .ToList();
            said.RemoveAll(v => link.Carries(v.Name));
            said.Add(
                ("link", address.Of(QueryHelpers.AddQueryString(link.PathOf(values), carried)))
            );
        }
        return said;
    }
}
