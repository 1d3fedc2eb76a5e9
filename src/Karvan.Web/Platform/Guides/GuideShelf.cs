using System.Collections.Concurrent;
using Karvan.Platform.Authorization;
using Karvan.Texts;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Karvan.Web.Platform.Guides;

/// <param name="Name">As its file is called.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">All of it; written by this project, and so taken as it is.</param>
public sealed record Guide(string Name, string Title, string Html);

/// <summary>The guides of the roles beside the program, as pages: the files of <c>docs/guides</c>.</summary>
public sealed class GuideShelf
{
    private const string Account = "account";
    private const string Visitor = "visitor";

    /// <summary>The elements that turn text around, in the Persian files, are taken as they are.</summary>
    private static readonly MarkdownPipeline Grammar = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .Build();

    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "guides");
    private readonly ConcurrentDictionary<(string, Language), Guide?> known = new();

    /// <summary>The guides of somebody, their own first; what concerns everybody comes last.</summary>
    public static IReadOnlyList<string> For(Actor actor) =>
        actor.PersonId is null
            ? [Visitor, Account]
            :
            [
                .. actor.Grants.Select(g => Of(g.Role)).Distinct(StringComparer.Ordinal),
                .. actor.Grants.Count == 0 ? new[] { "firm", "promoter" } : [],
                Account,
            ];

    /// <returns>Null where there is none of the name.</returns>
    public Guide? Find(string name, Language language) =>
        name.All(c => char.IsAsciiLetterLower(c) || c is '-')
            ? known.GetOrAdd((name, language), key => Read(key.Item1, key.Item2))
            : null;

    /// <returns>The path of a picture; null where there is none.</returns>
    public string? Picture(string language, string name)
    {
        var path = Path.Combine(folder, "pictures", language, name);
        return
            language is "fa" or "en"
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            && name.EndsWith(".png", StringComparison.Ordinal)
            && File.Exists(path)
            ? path
            : null;
    }

    private static string Of(Role role) =>
        role switch
        {
            Role.FirmUser or Role.ManagingDirector => "firm",
            Role.Promoter => "promoter",
            Role.ProvincialExpert => "expert",
            Role.OrganizationExpert => "organization",
            Role.Reviewer or Role.CommitteeSecretary => "reviewer-and-secretary",
            Role.Auditor => "auditor",
            Role.Administrator => "administrator",
            _ => Visitor,
        };

    private Guide? Read(string name, Language language)
    {
        var path = Path.Combine(folder, $"{name}.{language.Code()}.md");
        if (!File.Exists(path))
        {
            return null;
        }
        var document = Markdown.Parse(File.ReadAllText(path), Grammar);
        var heading = document.Descendants<HeadingBlock>().First(h => h.Level == 1);
        var title = string.Concat(heading.Inline!.Descendants<LiteralInline>());
        // The page has its heading already.
        document.Remove(heading);
        foreach (var link in document.Descendants<LinkInline>())
        {
            Turn(link, language);
        }
        return new Guide(name, title, document.ToHtml(Grammar));
    }

    /// <summary>Links between the files lead between the pages; what is no guide is named and leads nowhere.</summary>
    private static void Turn(LinkInline link, Language language)
    {
        var ending = $".{language.Code()}.md";
        if (link.IsImage)
        {
            link.Url = GuidePictures.PathOf(link.Url!);
            link.GetAttributes().AddPropertyIfNotExist("loading", "lazy");
        }
        else if (link.Url!.EndsWith(ending, StringComparison.Ordinal))
        {
            link.Url = Links.Help.Guide(link.Url[..^ending.Length]);
        }
        else if (!link.Url.StartsWith('#'))
        {
            link.Url = "#";
        }
    }
}

/// <summary>The pictures of the guides, to whoever reads them: they show invented firms and people.</summary>
internal static class GuidePictures
{
    private const string Root = "/help/";

    public static string PathOf(string relative) => Root + relative;

    public static void MapGuidePictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(
            Root + "pictures/{language}/{name}",
            (string language, string name, GuideShelf shelf) =>
                shelf.Picture(language, name) is { } path
                    ? Results.File(path, "image/png")
                    : Results.NotFound()
        );
}
