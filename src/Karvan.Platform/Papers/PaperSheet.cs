using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Karvan.Texts;

namespace Karvan.Platform.Papers;

/// <summary>Who signs, in the order in which they stand on the paper.</summary>
public sealed record Signatory(string Name, string Post);

/// <summary>What stands above a paper: its body, as the letterhead had it in the paper's language.</summary>
/// <param name="Above">What the body belongs to.</param>
public sealed record PaperHead(string? Above, string Name, string? Address, string? Contact);

/// <summary>A part of what a paper says, in words, numbers and days as they are printed.</summary>
[JsonDerivedType(typeof(PaperHeading), "heading")]
[JsonDerivedType(typeof(PaperText), "text")]
[JsonDerivedType(typeof(PaperFacts), "facts")]
[JsonDerivedType(typeof(PaperTable), "table")]
public abstract record PaperBlock;

public sealed record PaperHeading(string Text) : PaperBlock;

public sealed record PaperText(string Text) : PaperBlock;

public sealed record PaperFacts(IReadOnlyList<PaperFact> Facts) : PaperBlock;

public sealed record PaperFact(string Label, string Value);

public sealed record PaperTable(
    string Caption,
    IReadOnlyList<PaperColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
) : PaperBlock;

/// <param name="Numeric">Numbers stand under numbers.</param>
public sealed record PaperColumn(string Title, bool Numeric);

/// <summary>
/// All that is printed of a paper, and nothing that is looked up when it is printed: the same sheet comes out of the printer
/// in ten years.
/// </summary>
public sealed record PaperSheet
{
    public required Language Language { get; init; }
    public required PaperHead Head { get; init; }

    /// <summary>Null until the paper has one.</summary>
    public string? Number { get; init; }
    public DateOnly? Day { get; init; }

    /// <summary>How many sheets go with it.</summary>
    public int Enclosures { get; init; }

    public required string Title { get; init; }

    /// <summary>To whom; null for a paper that is addressed to nobody.</summary>
    public string? Recipient { get; init; }
    public required IReadOnlyList<PaperBlock> Blocks { get; init; }
    public IReadOnlyList<Signatory> Signatories { get; init; } = [];

    internal string ToJson() => PaperJson.Write(this);

    internal static PaperSheet Parse(string json) => PaperJson.Read<PaperSheet>(json);

    /// <summary>SHA-256 of what is stored, in small hexadecimal digits.</summary>
    internal static string FingerprintOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
