using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Karvan.Rules.Explanations;
using Karvan.Rules.Pages;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Trade.Inputs;
using Microsoft.AspNetCore.Html;

namespace Karvan.Web.Rules;

/// <summary>A rulebook that ships with Karvan.</summary>
/// <param name="File">Its file, as anybody may have it.</param>
public sealed record ShippedRulebook(Rulebook Book, string File);

/// <summary>The rulebooks beside the program, loaded once, just after the start: one that does not load ends the program.</summary>
public sealed class RulebookCatalog
{
    private static readonly Lazy<RulebookCatalog> Shipped = new(() =>
        Open(Path.Combine(AppContext.BaseDirectory, "rulebooks"))
    );

    private readonly ConcurrentDictionary<(string Hash, Language), HtmlString> pages = new();

    private RulebookCatalog(IReadOnlyList<ShippedRulebook> books) => Books = books;

    /// <summary>By family, the newest year first.</summary>
    public IReadOnlyList<ShippedRulebook> Books { get; }

    /// <summary>The catalog beside the program.</summary>
    public static RulebookCatalog Beside() => Shipped.Value;

    /// <param name="folder">Holds a folder for each family of rulebooks, and in it a file for each year.</param>
    /// <exception cref="InvalidOperationException">A book does not load; the message names every reason.</exception>
    public static RulebookCatalog Open(string folder)
    {
        var books = Directory
            .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(file => !IsCase(folder, file))
            .Select(file =>
            {
                var load = RulebookFile.Load(file);
                return load.Rulebook is { } book
                    ? new ShippedRulebook(book, file)
                    : throw new InvalidOperationException(
                        $"A rulebook does not load:\n{string.Join('\n', load.Problems)}"
                    );
            });
        return new RulebookCatalog([
            .. books
                .OrderBy(b => b.Book.Id, StringComparer.Ordinal)
                .ThenByDescending(b => b.Book.Year)
                .ThenByDescending(b => b.Book.Version),
        ]);
    }

    /// <returns>The newest version of a book, or null.</returns>
    public ShippedRulebook? Find(string id, int year) =>
        Books.FirstOrDefault(b =>
            b.Book.Year == year && string.Equals(b.Book.Id, id, StringComparison.Ordinal)
        );

    /// <summary>Worked cases stand beside the rulebooks, in a folder of their own.</summary>
    private static bool IsCase(string folder, string file) =>
        Path.GetRelativePath(folder, file)
            .Split(Path.DirectorySeparatorChar)
            .Contains("cases", StringComparer.Ordinal);

    /// <summary>The readable page of a book, written once for each language.</summary>
    public IHtmlContent Page(Rulebook book, Language language) =>
        pages.GetOrAdd(
            (book.Hash, language),
            _ => new HtmlString(RulebookPage.Body(book, Wording.In(language)))
        );
}

/// <summary>The stylesheet of the readable page; its address changes with its content.</summary>
internal static class RulebookStyle
{
    public const string Path = "/rulebooks/page.css";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(RulebookPage.Stylesheet);

    public static string Address { get; } =
        $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    public static IResult Get(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Content, "text/css; charset=utf-8");
    }
}
