using System.Collections.Concurrent;
using Karvan.Platform.Persistence;
using Karvan.Rules.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>The rulebooks beside the program, with their files.</summary>
public interface IShippedRulebooks
{
    IReadOnlyList<Rulebook> Books { get; }

    /// <returns>Null where none beside the program has this hash.</returns>
    RulebookPackage? Package(string hash);
}

/// <summary>Of a process without rulebooks beside it, such as one that only imports: its jobs are made all the same.</summary>
internal sealed class NoShippedRulebooks : IShippedRulebooks
{
    public IReadOnlyList<Rulebook> Books => [];

    public RulebookPackage? Package(string hash) => null;
}

/// <summary>Published rulebooks that were loaded once: a hash never stands for anything else.</summary>
public sealed class RulebookShelf
{
    private readonly ConcurrentDictionary<string, Rulebook> loaded = new(StringComparer.Ordinal);

    internal Rulebook? Find(string hash) => loaded.GetValueOrDefault(hash);

    internal Rulebook Keep(Rulebook book) => loaded.GetOrAdd(book.Hash, book);
}

/// <summary>All rulebooks by which campaigns may go: those beside the program, and those published in it.</summary>
public sealed class RulebookLibrary(
    KarvanContext db,
    IShippedRulebooks shipped,
    RulebookShelf shelf
)
{
    /// <summary>By family, the newest first.</summary>
    public IReadOnlyList<Rulebook> All() =>
        [
            .. shipped
                .Books.Concat(Hashes().Select(Published).OfType<Rulebook>())
                .OrderBy(b => b.Id, StringComparer.Ordinal)
                .ThenByDescending(b => b.Year)
                .ThenByDescending(b => b.Version),
        ];

    /// <returns>Null where no rulebook has this content.</returns>
    public Rulebook? Find(string hash) =>
        shipped.Books.FirstOrDefault(b => IsOf(b, hash)) ?? Published(hash);

    /// <param name="version">Null for the newest of the year.</param>
    public Rulebook? Find(string id, int year, int? version = null) =>
        All()
            .FirstOrDefault(b =>
                b.Year == year
                && (version is null || b.Version == version)
                && string.Equals(b.Id, id, StringComparison.Ordinal)
            );

    /// <summary>The text with the files beside it.</summary>
    public async Task<RulebookPackage?> Package(
        string hash,
        CancellationToken cancellation = default
    ) =>
        shipped.Package(hash)
        ?? (
            await db
                .PublishedRulebooks.AsNoTracking()
                .SingleOrDefaultAsync(b => b.Hash == hash, cancellation)
        )?.Package;

    /// <summary>The newest of a family before a year and version.</summary>
    internal Rulebook? Before(Rulebook book) =>
        All()
            .FirstOrDefault(b =>
                string.Equals(b.Id, book.Id, StringComparison.Ordinal)
                && (b.Year, b.Version).CompareTo((book.Year, book.Version)) < 0
            );

    private List<string> Hashes() => [.. db.PublishedRulebooks.AsNoTracking().Select(b => b.Hash)];

    /// <exception cref="InvalidOperationException">What was published does not load as it did: somebody changed the row.</exception>
    private Rulebook? Published(string hash)
    {
        if (shelf.Find(hash) is { } known)
        {
            return known;
        }
        var found = db.PublishedRulebooks.AsNoTracking().SingleOrDefault(b => b.Hash == hash);
        if (found is null)
        {
            return null;
        }
        var load = found.Package.Load();
        return load.Rulebook is { } book && IsOf(book, hash)
            ? shelf.Keep(book)
            : throw new InvalidOperationException(
                $"The published rulebook {hash} is not what it was: {string.Join('\n', load.Problems)}"
            );
    }

    private static bool IsOf(Rulebook book, string hash) =>
        string.Equals(book.Hash, hash, StringComparison.Ordinal);
}
