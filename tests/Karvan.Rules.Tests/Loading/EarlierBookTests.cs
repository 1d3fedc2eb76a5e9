using Karvan.Rules.Cases;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Tests.Cases;
using Xunit;

namespace Karvan.Rules.Tests.Loading;

/// <summary>A published version is never edited: it loads, has its hash, and scores as it did, whatever the grammar got since.</summary>
public sealed class EarlierBookTests
{
    private const string FirstHash =
        "83240ea45019ddcc977e0307425f9e07fe5be56ff876e49df42d805bdd652d8e";

    private static readonly string Path = Repository.PathOf(
        "rulebooks/exemplary-exporter/earlier/1402-1.yaml"
    );

    [Fact]
    public void The_first_version_has_the_hash_it_was_published_with()
    {
        var load = Repository.Load(File.ReadAllText(Path), Path);

        Assert.Empty(load.Problems);
        Assert.Equal(1, load.Rulebook!.Version);
        Assert.Equal(FirstHash, load.Rulebook.Hash);
        Assert.All(load.Rulebook.Criteria, c => Assert.Null(c.Acceptance));
        Assert.All(load.Rulebook.Readings, r => Assert.Empty(r.ActsOn));
    }

    [Fact]
    public void The_current_version_follows_it()
    {
        var first = Repository.Load(File.ReadAllText(Path), Path).Rulebook!;

        Assert.Equal((first.Id, first.Year), (ShippedBook.Book.Id, ShippedBook.Book.Year));
        Assert.Equal(first.Version + 1, ShippedBook.Book.Version);
    }

    /// <summary>The second version took other answers for no points: cases under its own answers hold under the first as well.</summary>
    [Fact]
    public void The_first_version_scores_as_it_did()
    {
        var books = new RulebookVariants(choices =>
            Repository.Load(
                File.ReadAllText(Path),
                Path,
                [.. choices.Select(c => (c.Key, c.Value))]
            )
        );
        var cases = ShippedBook.Cases.Where(c => c.Choices.Count == 0).ToList();

        Assert.True(cases.Count > 500, $"{cases.Count} cases");
        Assert.Empty(
            CaseRunner.Run(books, cases).SelectMany(r => r.Mismatches).Select(m => m.ToString())
        );
    }
}
