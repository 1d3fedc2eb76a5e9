namespace Karvan.Rules.Rulebooks;

/// <summary>Classes of goods by HS code, in one or more editions.</summary>
public sealed class GoodsTable
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
    }

    public string Id { get; }
    public string Clause { get; }
    public IReadOnlyList<NamedText> Editions { get; }
    public IReadOnlyList<NamedText> Classes { get; }

    /// <summary>The class of codes in no row and of blank cells.</summary>
    public int Otherwise { get; }

    /// <summary>The place of each code's class in <see cref="Classes"/>, by six-digit code.</summary>
    public ReadOnlySpan<byte> ClassOfCode(int edition) => classOfCode[edition];
}

public sealed record NamedText(string Id, LocalText Text);
