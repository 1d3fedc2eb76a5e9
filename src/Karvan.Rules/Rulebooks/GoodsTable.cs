using System.Security.Cryptography;
using System.Text;
using Karvan.Texts;

namespace Karvan.Rules.Rulebooks;

/// <summary>
/// Classes of goods by HS code, in one or more editions. Tables that sort all goods alike into classes of the same
/// names are equal, however often and from whatever file they were loaded: sums by the classes of one serve the other.
/// </summary>
public sealed class GoodsTable : IEquatable<GoodsTable>
{
    /// <summary>Six digits: codes run from 000000 to 999999.</summary>
    public const int Codes = 1_000_000;

    private readonly byte[][] classOfCode;

    /// <param name="classOfCode">For each edition, the place of a code's class in <paramref name="classes"/>, by code.</param>
    internal GoodsTable(
        string id,
        string clause,
        IReadOnlyList<NamedText> editions,
        IReadOnlyList<NamedText> classes,
        int otherwise,
        byte[][] classOfCode
    )
    {
        (Id, Clause, Editions, Classes, Otherwise) = (id, clause, editions, classes, otherwise);
        this.classOfCode = classOfCode;
        ContentHash = Hash();
    }

    public string Id { get; }
    public string Clause { get; }
    public IReadOnlyList<NamedText> Editions { get; }
    public IReadOnlyList<NamedText> Classes { get; }

    /// <summary>The class of codes in no row and of blank cells.</summary>
    public int Otherwise { get; }

    /// <summary>Which edition of the Harmonized System the codes of each data year have; null where the book does not say.</summary>
    public Nomenclature? Nomenclature { get; init; }

    /// <summary>SHA-256 of what sums depend on: the names, and the class of every code. Titles are only words.</summary>
    public string ContentHash { get; }

    /// <summary>The place of each code's class in <see cref="Classes"/>, by six-digit code.</summary>
    public ReadOnlySpan<byte> ClassOfCode(int edition) => classOfCode[edition];

    public bool Equals(GoodsTable? other) =>
        other is not null
        && string.Equals(ContentHash, other.ContentHash, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as GoodsTable);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ContentHash);

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Ids hold no line ends, so that no two lists of them read alike.
        string[] names = [Id, .. Editions.Select(e => e.Id), "", .. Classes.Select(c => c.Id), ""];
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', names)));
        foreach (var edition in classOfCode)
        {
            hash.AppendData(edition);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

public sealed record NamedText(string Id, LocalText Text);

/// <param name="Why">How the table was made for these editions, and from what.</param>
public sealed record Nomenclature(IReadOnlyList<HsEdition> Editions, LocalText Why);

/// <param name="Name">Such as HS2017.</param>
/// <param name="Years">Solar years.</param>
public sealed record HsEdition(string Name, IReadOnlyList<int> Years);
